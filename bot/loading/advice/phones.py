"""Phone numbers that nobody in Korea could dial."""

import unicodedata
from collections.abc import Iterator, Mapping

from bot.core.patterns import find_first
from bot.loading.entries import list_entries, list_texts
from bot.loading.nodes import Document
from bot.loading.problems import Problem, show
from bot.loading.rules import Rule

# The numbering plan of the Republic of Korea as the ITU publishes it, http://www.itu.int/oth/T0202000072/en: area
# codes, mobile phones, numbers of networks (070), of persons (050), paid (060) and free ones (080).
_CODES = r"2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|1[016-9]|[678]0|50\d?"
_GAP = r"[-. )]{0,3}"  # bounded, as a long row of them would be tried at every length
_NUMBER = (
    rf"(?<![\d-])(?:(?:\+?82{_GAP}(?:\(0\))?{_GAP}|\(?0)(?:{_CODES}){_GAP}\d{{3,4}}{_GAP}\d{{4}}"
    rf"|(?:\+?82{_GAP})?1[568]\d\d{_GAP}\d{{4}})(?!\d)"  # of companies, without an area code: 1588-0000
    r"|^\D*1\d{2,3}\D*$"  # of public services: 110, 1330
)
_EXTENSION = r"^\D*\d{2,5}\D*$"


def check_phones(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield a problem for each number of a contact that is no Korean one.

    Two to five digits after a whole number are its other endings or an extension: ``02-123-4567, 8901``.
    """
    document = documents.get("contacts")
    for trail, contact in list_entries(document, "contacts") if document else ():
        has_number = False
        for place, text in list_texts(contact.get("phones"), (*trail, "phones")):
            assert document
            plain = unicodedata.normalize("NFKC", text)
            is_number = find_first(plain, _NUMBER) is not None
            if text and not is_number and not (has_number and find_first(plain, _EXTENSION)):
                yield document.problem(place, Rule.NOT_A_PHONE_NUMBER, text=show(text))
            has_number = has_number or is_number
