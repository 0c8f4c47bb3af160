"use strict";

// The chat: it asks the server and shows what comes back. Whatever is shown is set as text, never as markup.

const HISTORY_QUESTIONS = 10;
const BODY_BYTES = 15_000; // a little under what the server takes
const TIMEOUT_MS = 15_000;
const TOO_OFTEN = 429; // the status that asks to try again later
const MINUTE_MS = 60_000;
const PHONE = /(?:\+82-|\b0)\d{1,2}-\d{3,4}-\d{4}\b/;

const part = (id) => document.getElementById(id);
const [chat, log, question, send] = ["chat", "log", "question", "send"].map(part);
const [panel, panelToggle, moment, banner] = ["rehearsal", "rehearsal-toggle", "moment", "banner"].map(part);

let content = JSON.parse(document.documentElement.dataset.content);
let asked = []; // the answered questions of this conversation, oldest first
let pretendedNow = null; // the rehearsal's moment, "2020-09-25T14:22"
let isWaiting = false;

// --- elements

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function makeBubble(whose, speaker, text, language) {
  const bubble = make("div", `bubble ${whose}`, "");
  bubble.append(make("span", "unseen", `${speaker}: `));
  const words = make("span", "", "");
  words.lang = language;
  words.append(...linkPhones(text));
  bubble.append(words);
  return bubble;
}

// On a phone, a number is to be called.
function linkPhones(text) {
  const parts = [];
  for (let rest = text; rest; ) {
    const found = PHONE.exec(rest);
    if (!found) return [...parts, rest];
    const link = make("a", "", found[0]);
    link.href = `tel:${found[0]}`;
    parts.push(rest.slice(0, found.index), link);
    rest = rest.slice(found.index + found[0].length);
  }
  return parts;
}

function makeButton(label, press) {
  const button = make("button", "", label);
  button.type = "button";
  button.addEventListener("click", press);
  return button;
}

function makeChoices(labels, language) {
  const group = make("div", "choices", "");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", content.phrases.suggestions);
  fillChoices(group, labels, language);
  return group;
}

function fillChoices(group, labels, language) {
  group.lang = language;
  group.replaceChildren(...labels.map((label) => makeButton(label, () => ask(label))));
}

// --- asking

async function ask(text, now = pretendedNow) {
  if (isWaiting) return false;
  const { phrases, language } = content;
  const exchange = make("div", "exchange", "");
  const spoken = /[ㄱ-ㅎㅏ-ㅣ가-힣]/.test(text) ? "ko" : "en";
  exchange.append(makeBubble("mine", phrases.you, text, spoken));
  if (now) exchange.append(make("p", "mark", phrases.rehearsal_mark.replace("{moment}", formatMoment(now))));
  const waiting = make("p", "bubble theirs waiting", phrases.waiting);
  exchange.append(waiting);
  log.append(exchange);
  reveal(exchange);

  setWaiting(true);
  const outcome = await request(text, now, language);
  setWaiting(false);

  waiting.remove();
  if (outcome.reply) showReply(exchange, text, outcome.reply);
  else showFailure(exchange, text, now, outcome);
  reveal(exchange);
  return true;
}

// Gives {reply}, or {error, isFinal}: what to say, and whether asking the same again would be in vain.
async function request(text, now, language) {
  try {
    const response = await fetch("/api/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept-Language": language },
      body: writeBody(text, now),
      signal: limitTime(),
    });
    const body = await response.json();
    if (response.ok) return { reply: body };
    return { error: body.error || content.phrases.unreachable, isFinal: response.status < 500 && response.status !== TOO_OFTEN };
  } catch {
    return { error: content.phrases.unreachable, isFinal: false };
  }
}

function limitTime() {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), TIMEOUT_MS);
  return controller.signal;
}

// As much of the conversation as the server takes; the oldest questions go first.
function writeBody(text, now) {
  const history = asked.slice(-HISTORY_QUESTIONS);
  for (;;) {
    const body = JSON.stringify({ question: text, history, ...(now && { now }) });
    if (!history.length || new TextEncoder().encode(body).length <= BODY_BYTES) return body;
    history.shift();
  }
}

function showReply(exchange, text, reply) {
  asked = [...asked, text].slice(-HISTORY_QUESTIONS);
  const bubble = makeBubble("theirs", content.phrases.bot, reply.text, reply.language);
  bubble.dataset.outcome = reply.outcome;
  exchange.append(bubble);
  if (reply.choices.length) exchange.append(makeChoices(reply.choices, reply.language));
}

function showFailure(exchange, text, now, { error, isFinal }) {
  exchange.append(makeBubble("theirs failed", content.phrases.bot, error, content.language));
  if (isFinal) {
    if (!question.value) question.value = text; // to be changed and sent again
    return;
  }
  const retry = makeButton(content.phrases.retry, () => {
    if (isWaiting) return;
    exchange.remove();
    question.focus();
    ask(text, now);
  });
  const group = make("div", "choices", "");
  group.append(retry);
  exchange.append(group);
}

function setWaiting(waiting) {
  isWaiting = waiting;
  send.setAttribute("aria-disabled", String(waiting));
}

// Shows an exchange to its end or, where it is taller than the screen, from its question on.
function reveal(exchange) {
  exchange.scrollIntoView({ block: exchange.offsetHeight > log.clientHeight ? "start" : "end" });
}

// Where the log grows or shrinks (a panel, a phone's keyboard), what stood at its lower edge stays there.
let logHeight = log.clientHeight;
new ResizeObserver(() => {
  log.scrollTop += logHeight - log.clientHeight;
  logHeight = log.clientHeight;
}).observe(log);

part("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = question.value.trim();
  if (!text || isWaiting) {
    question.focus();
    return;
  }
  question.value = "";
  ask(text);
});

question.addEventListener("keydown", (event) => {
  const isComposing = event.isComposing || event.keyCode === 229; // Enter that ends a Hangul syllable sends nothing
  if (event.key !== "Enter" || event.shiftKey || isComposing) return;
  event.preventDefault();
  part("composer").requestSubmit();
});

// --- the rehearsal's clock: naive times, so they are reckoned in UTC, which knows no summer time

function formatMoment(naive) {
  return new Intl.DateTimeFormat(content.language, {
    year: "numeric", month: "short", day: "numeric", weekday: "short",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC",
  }).format(new Date(`${naive}Z`));
}

function addMinutes(naive, minutes) {
  return new Date(new Date(`${naive}Z`).getTime() + minutes * MINUTE_MS).toISOString().slice(0, 16);
}

function rehearseAt(naive) {
  pretendedNow = naive;
  banner.hidden = !naive;
  part("rehearsal-start").hidden = Boolean(naive);
  part("banner-text").textContent = naive
    ? content.phrases.rehearsal_banner.replace("{moment}", formatMoment(naive))
    : "";
}

function openPanel(isOpen) {
  panel.hidden = !isOpen;
  panelToggle.setAttribute("aria-expanded", String(isOpen));
  (isOpen ? moment : panelToggle).focus();
}

// While a rehearsal runs, its moment follows the field at once.
function followField() {
  if (pretendedNow && moment.checkValidity()) rehearseAt(moment.value.slice(0, 16));
}

panelToggle.addEventListener("click", () => openPanel(panel.hidden));
part("rehearsal-close").addEventListener("click", () => openPanel(false));
moment.addEventListener("change", followField);

panel.addEventListener("click", ({ target }) => {
  const minutes = Number(target.dataset.minutes);
  if (!minutes) return;
  moment.value = addMinutes(moment.value.slice(0, 16) || content.now, minutes);
  followField();
});

panel.addEventListener("submit", (event) => {
  event.preventDefault();
  rehearseAt(moment.value.slice(0, 16));
  openPanel(false);
  question.focus();
});

part("rehearsal-stop").addEventListener("click", () => {
  rehearseAt(null);
  question.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) openPanel(false);
});

// --- the language

function showContent() {
  const { phrases, language, title, welcome, choices } = content;
  const other = language === "ko" ? "en" : "ko";
  document.documentElement.lang = language;
  document.title = part("title").textContent = title;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = phrases[element.dataset.text];
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", phrases[element.dataset.label]);
  }
  question.placeholder = phrases[question.dataset.placeholder];
  part("other-language").href = `/?language=${other}`;
  part("other-language").lang = part("other-language").hreflang = other;
  part("welcome").replaceChildren(...linkPhones(welcome));
  fillChoices(part("suggestions"), choices, language);
  rehearseAt(pretendedNow);
  chat.hidden = false;
}

async function switchLanguage(address) {
  try {
    const response = await fetch(`/api/page${address.search}`, { signal: limitTime() });
    if (!response.ok) return;
    content = await response.json();
    history.replaceState(null, "", address.href);
    showContent();
  } catch {
    // the page stays as it is, and the link can be pressed again
  }
}

part("other-language").addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return; // to another tab
  event.preventDefault();
  switchLanguage(new URL(event.currentTarget.href));
});

document.fonts.addEventListener("loadingdone", () => document.documentElement.classList.add("font-arrived")); // chat.css
moment.value = content.now;
showContent();
if (matchMedia("(hover: hover)").matches) question.focus(); // where that opens no keyboard
