"""The rules of a knowledge folder by their names; what to say of each stands in bot/language/*/problems.yaml."""

from enum import StrEnum, auto


class Level(StrEnum):
    """An error keeps the folder from being used; a warning never does."""

    ERROR = auto()
    WARNING = auto()


class Rule(StrEnum):
    """What can be wrong, from the folder as a whole to what only looks wrong."""

    # The folder and its files
    UNREADABLE_FOLDER = auto()
    TOO_MANY_FILES = auto()
    UNKNOWN_FILE = auto()
    MISSING_SEMINAR = auto()
    UNREADABLE_FILE = auto()
    NOT_A_PLAIN_FILE = auto()
    LINK_OUT_OF_FOLDER = auto()
    FILE_TOO_LARGE = auto()
    NOT_UTF8 = auto()
    # How it is typed
    CONTROL_CHARACTER = auto()
    CONTROL_ESCAPE = auto()
    TAB_INDENT = auto()
    UNEVEN_INDENT = auto()
    UNEVEN_NEIGHBOUR = auto()
    MISSING_COLON = auto()
    WIDE_COLON = auto()
    SECOND_COLON = auto()
    MISSING_SPACE = auto()
    OPEN_QUOTE = auto()
    WORDS_AFTER_QUOTE = auto()
    BACKSLASH_IN_QUOTES = auto()
    BAD_ESCAPE = auto()
    OPEN_BRACKET = auto()
    EXTRA_BRACKET = auto()
    LIST_ON_FIELD_LINE = auto()
    RESERVED_SIGN = auto()
    ANCHOR_OR_ALIAS = auto()
    TAG_OR_DIRECTIVE = auto()
    BLOCK_SIGN = auto()
    SECOND_DOCUMENT = auto()
    STRUCTURED_KEY = auto()
    TOO_DEEP = auto()
    TOO_MANY_VALUES = auto()
    NO_FIELDS_AT_TOP = auto()
    # Fields and values
    REPEATED_FIELD = auto()
    UNKNOWN_FIELD = auto()
    UNQUOTED_COMMA = auto()
    MISSING_FIELD = auto()
    BLANK = auto()
    EMPTY_VALUE = auto()
    EMPTY_LIST = auto()
    LIST_FOR_TEXT = auto()
    FIELDS_FOR_TEXT = auto()
    LIST_FOR_FIELDS = auto()
    TEXT_FOR_FIELDS = auto()
    MISSING_BRACKETS = auto()
    UNKNOWN_VALUE = auto()
    UNFIT_VALUE = auto()
    NOT_AN_ID = auto()
    NOT_A_TIME = auto()
    MIDNIGHT = auto()
    NOT_A_DATE = auto()
    STRANGE_YEAR = auto()
    NO_SUCH_DATE = auto()
    NOT_A_MOMENT = auto()
    NOT_AN_ORDER = auto()
    NOT_A_TIME_ZONE = auto()
    # Fields that go together
    STATUS_NOT_ALLOWED = auto()
    CHANGED_WITHOUT_WAS = auto()
    WAS_WITHOUT_CHANGE = auto()
    CHANGE_TOLD_TWICE = auto()
    SINCE_WITHOUT_CHANGE = auto()
    HALF_OF_THE_HOURS = auto()
    TIME_AND_EDITION = auto()
    NO_TOPIC_OR_WORDS = auto()
    # Entries held against each other
    REPEATED_ID = auto()
    UNKNOWN_REFERENCE = auto()
    UNKNOWN_TOPIC = auto()
    REPEATED_TOPIC = auto()
    REPEATED_ORDER = auto()
    REPEATED_DATE = auto()
    NOT_A_SEMINAR_DATE = auto()
    ENDS_BEFORE_START = auto()
    ENDS_AT_START = auto()
    OVERLAP = auto()
    OTHER_DATE_THAN_SESSION = auto()
    OUTSIDE_SESSION = auto()
    # What the staff's own table says
    ANSWER_UNLIKE_TABLE = auto()
    # What only looks wrong
    GAP = auto()
    HOURS_UNLIKE_ROWS = auto()
    UNMENTIONED_PERSON = auto()
    SHARED_SPELLING = auto()
    SHARED_PHRASING = auto()
    MISSING_ENGLISH = auto()
    MISSING_KOREAN = auto()
    EMBARGO_AFTER_EVENT = auto()
    NOT_A_PHONE_NUMBER = auto()
    WRONG_WEEKDAY = auto()

    @property
    def level(self) -> Level:
        """Whether breaking the rule is an error or a warning."""
        return Level.WARNING if self in _WARNINGS else Level.ERROR


_WARNINGS = frozenset(
    {
        Rule.GAP,
        Rule.HOURS_UNLIKE_ROWS,
        Rule.UNMENTIONED_PERSON,
        Rule.SHARED_SPELLING,
        Rule.SHARED_PHRASING,
        Rule.MISSING_ENGLISH,
        Rule.MISSING_KOREAN,
        Rule.EMBARGO_AFTER_EVENT,
        Rule.NOT_A_PHONE_NUMBER,
        Rule.WRONG_WEEKDAY,
    }
)
