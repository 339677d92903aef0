"""Where the names of people stand in a sentence: the tagger's spans, with its mistakes repaired."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pobratim.annotate.name import Name
from pobratim.annotate.reading import Reading
from pobratim.annotate.toponym import toponym_at
from pobratim.lexicon.people import byline_triggers, eponym_triggers, posts
from pobratim.lexicon.place_key import type_words
from pobratim.text.declension import bases, is_given, is_patronymic, is_surname
from pobratim.text.person_name import family_name_kinds, parts_of
from pobratim.text.token import Sentence, Token

_PARTICLES = frozenset("оглы кызы гызы уулу улы угли оглу".split())
_MAX_BYLINE_TOKENS = 14
_FOREIGN = re.compile(r"[әғқңөұүһіҷҳӣӯўҡҙҫѓќљњџћђјѕєїґ]")
_LAND = re.compile(r"щин(?:а|ы|е|у|ой|ою)$|(?:чан|ян)(?:е|ам|ами|ах)$|(?:нц|йц)(?:ы|ам|ами|ах|ев)$")
_QUOTES = "«»\"“”„"


@dataclass(slots=True, eq=False)
class NameSpan:
    """A name in a sentence: token indexes `first`, `last` (exclusive) and the text's offsets."""

    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the name."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.sentence.tokens[self.last - 1].end

    @property
    def words(self) -> list[Token]:
        """The tokens that are words of more than one letter."""
        return [token for token in self.tokens if len(token.text) > 1 and token.is_word]


def name_spans(reading: Reading) -> list[list[NameSpan]]:
    """The names of people of every sentence, in order; eponyms and bylines are left out."""
    found: list[list[NameSpan]] = []
    for sentence in reading.sentences:
        spans = [] if is_byline(sentence) else sentence_spans(sentence, reading.names_of(sentence))
        found.append(spans)
    _add_known_surnames(reading, found)
    return found


def sentence_spans(sentence: Sentence, names: list[Name]) -> list[NameSpan]:
    """The repaired names of one sentence."""
    taken = [False] * len(sentence.tokens)
    found: list[NameSpan] = []
    for name in names:
        whole = _token_range(sentence, name)
        if name.kind != "PER":
            whole = (_past_bracket(sentence, *whole), whole[1])
            if not _looks_personal(sentence, name, *whole):
                continue
        for first, last in _pieces(sentence, *whole):
            first, last = _extended(sentence, *_trimmed(sentence, first, last), taken)
            if first < last and not taken[first] and _is_name(sentence, first, last):
                span = NameSpan(sentence, first, last)
                taken[first:last] = [True] * (last - first)
                found.append(span)
    return [span for span in _joined(found) if not (is_eponym(span) or _is_place(span) or _is_modifier(span))]


def _is_modifier(span: NameSpan) -> bool:
    """Whether the tagger took an adjective of a post for a name («Чрезвычайным и Полномочным Послом»)."""
    if len(span.tokens) > 1 or span.last >= len(span.sentence.tokens):
        return False
    form, after = (span.tokens[0].forms or (None,))[0], span.sentence.tokens[span.last]
    known = form is not None and form.known and form.pos == "ADJF"
    return known and (after.lower == "и" or any(f.pos in ("NOUN", "ADJF") and f.score > 0.3 for f in after.forms))


def _is_place(span: NameSpan) -> bool:
    """Whether the tagger took a place or its people for a person («Чачак», «Гомельщина», «гродненцы»)."""
    tokens = span.sentence.tokens
    if len(span.words) == 1 and _LAND.search(span.words[0].lower):
        return True
    if len(span.words) == 1 and span.last < len(tokens) and is_type_word(tokens[span.last]):
        return True
    place = toponym_at(tokens, span.first)
    if place is None:
        return False
    return place.end >= span.last or (len(span.words) == 2 and toponym_at(tokens, place.end) is not None)


def _token_range(sentence: Sentence, name: Name) -> tuple[int, int]:
    inside = [t.index for t in sentence.tokens if t.start < name.end and name.start < t.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _pieces(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """A span cut at «и», commas and common words: «Гордеев и Василий Голубев» are two people.

    What stands before the type word of a place is none («Дархан-Уул | аймака | Янжмаа»).
    """
    tokens = sentence.tokens
    cuts = [i for i in range(first, last) if _parts(tokens[i])]
    edges = [first - 1, *cuts, last]
    pieces = [(a + 1, b) for a, b in zip(edges, edges[1:], strict=False) if a + 1 < b]
    return [(a, b) for a, b in pieces if b == len(tokens) or b == last or not is_type_word(tokens[b])]


def is_type_word(token: Token) -> bool:
    """Whether a word says what kind of territory a name is of («области», «аймака»)."""
    return len(token.text) > 1 and token.is_word and any(lemma in type_words() for lemma in token.lemmas)


def _parts(token: Token) -> bool:
    if token.text in (",", "(", ")", "–", "—"):
        return True
    return token.text.islower() and token.lower not in _PARTICLES


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Without quotes and without the post words that the tagger took in («Губернатор Иван Петров»)."""
    tokens = sentence.tokens
    while first < last and (tokens[first].text in _QUOTES or _is_post_word(tokens[first], last - first)):
        first += 1
    while first < last and (tokens[last - 1].text in _QUOTES or (tokens[last - 1].text.islower() and tokens[last - 1].lower not in _PARTICLES)):
        last -= 1
    return _past_place(sentence, first, last), last


def _past_place(sentence: Sentence, first: int, last: int) -> int:
    """Where the name begins behind a place that the tagger took in («провинции | Дьенбьен Ву А Банг»)."""
    tokens, k = sentence.tokens, first
    named = first and is_type_word(tokens[first - 1])
    while k < last and is_type_word(tokens[k]) and not is_given(tokens[k].lower):
        named, k = True, k + 1
    if not named or k >= last or len(tokens[k].text) == 1:
        return first
    place = toponym_at(tokens, k)
    k = place.end if place and place.end < last else k + 1
    rest = [t.text + "." * (len(t.text) == 1) for t in tokens[k:last] if t.is_word]
    return k if len(rest) > 1 and all(t.is_capital or t.text == "." for t in tokens[k:last]) else first


def _is_post_word(token: Token, size: int) -> bool:
    if token.text.islower():
        return token.lower not in _PARTICLES
    if is_given(token.lower) or (size == 1 and is_surname(token.lower)):
        return False
    return any(f.pos == "NOUN" and f.lemma in posts() for f in token.forms[:2])


def _extended(sentence: Sentence, first: int, last: int, taken: list[bool]) -> tuple[int, int]:
    """With the initials, patronymic, surname or Vietnamese word that the tagger left outside."""
    tokens = sentence.tokens
    if first >= last:
        return first, last
    while first >= 2 and tokens[first - 1].text == "." and _is_initial(tokens[first - 2]) and not taken[first - 1]:
        first -= 2
    if first and not taken[first - 1] and tokens[first - 1].is_capital and _FOREIGN.search(tokens[first - 1].lower):
        first -= 1
    if first and not taken[first - 1] and last - first == 1 and _given_before(tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _is_initial(tokens[last]) and tokens[last + 1].text == "." and _ends_surname(tokens[last - 1]):
        last += 2
    while last < len(tokens) and _continues(sentence, first, last):
        last += 1
    return first, last


def _is_initial(token: Token) -> bool:
    return token.is_capital and (len(token.text) == 1 or token.text in ("Дж", "Ю", "Ш", "Ст"))


def _ends_surname(token: Token) -> bool:
    return token.text != "." and not is_given(token.lower)


def _given_before(token: Token, surname: Token) -> bool:
    """«Алексей» before a lone «Орлов», not a word that merely opens the sentence."""
    if not token.is_capital or len(token.text) < 3 or not is_given(token.lower) or is_given(surname.lower):
        return False
    return any((case, sex) in bases(surname.lower, "s") for case, sex in bases(token.lower, "g"))


def _continues(sentence: Sentence, first: int, last: int) -> bool:
    token, tokens = sentence.tokens[last], sentence.tokens
    if token.lower in _PARTICLES:
        return True
    if not token.is_capital or not token.is_word or token.text.isupper() and len(token.text) > 1 and not tokens[first].text.isupper():
        return False
    words = [t for t in tokens[first:last] if len(t.text) > 1]
    if not words or tokens[last - 1].text == ".":
        return False
    if is_patronymic(token.lower) and is_given(tokens[last - 1].lower):
        return True
    if _east_asian_first(words[0]) and len(words) < 3 and len(token.text) <= 7 and not is_surname(token.lower):
        return len(words) > 1 or len(token.text) <= 7
    lone_given = len(words) == 1 and is_given(words[0].lower) and not is_surname(words[0].lower)
    named = lone_given or (len(words) == 2 and is_patronymic(words[1].lower))
    return named and is_surname(token.lower) and not any("Geox" in f.tags for f in token.forms)


def _east_asian_first(token: Token) -> bool:
    return len(token.text) > 1 and bool(family_name_kinds(token.lower))


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    return any(t.is_word and t.is_capital and len(t.text) > 1 for t in sentence.tokens[first:last])


def _past_bracket(sentence: Sentence, first: int, last: int) -> int:
    """Behind a bracket that a place has («Саха (Якутия) | Айсен Николаев»)."""
    return next((i + 1 for i in range(last - 2, first, -1) if sentence.tokens[i].text == ")"), first)


def _looks_personal(sentence: Sentence, name: Name, first: int, last: int) -> bool:
    """Whether a name tagged as a place or organisation is a person («Алексей Орлов», «Республики Армения Агаси Алекян»)."""
    first = _past_place(sentence, first, last)
    tokens = sentence.tokens[first:last]
    if name.kind == "ORG" and len(tokens) != 2 or not 1 <= len(tokens) <= 3 or not all(t.is_capital for t in tokens):
        return False
    if len(tokens) >= 2:
        if toponym_at(sentence.tokens, first):
            return False
        east_asian = parts_of([t.text for t in tokens])[-1].role == "a"
        named = is_given(tokens[0].lower) and is_surname(tokens[-1].lower) and not is_surname(tokens[0].lower)
        behind_place = sentence.tokens[first].start > name.start and is_given(tokens[0].lower)
        return named or east_asian or behind_place
    before = sentence.tokens[first - 1] if first else None
    return bool(before and before.is_capital and before.index and is_surname(tokens[0].lower) and _given_before(before, tokens[0]))


def _joined(spans: list[NameSpan]) -> list[NameSpan]:
    """Two spans side by side are one name if together they are a given name and a surname («Эмомали» «Рахмон»)."""
    found: list[NameSpan] = []
    for span in sorted(spans, key=lambda s: s.first):
        before = found[-1] if found else None
        if before and before.last == span.first and _one_name(before, span):
            found[-1] = NameSpan(span.sentence, before.first, span.last)
        else:
            found.append(span)
    return found


def _one_name(a: NameSpan, b: NameSpan) -> bool:
    """Whether a lone given or East Asian family name goes on in the next span."""
    if len(a.words) != 1 or len(b.words) > 2 or len(b.tokens) > len(b.words):
        return False
    word = a.words[0]
    return (is_given(word.lower) and not is_given(b.words[0].lower)) or _east_asian_first(word)


def is_eponym(span: NameSpan) -> bool:
    """Whether the name belongs to a street, a university, a prize («имени А.С. Пушкина», «улица Ленина»).

    Between the trigger and the name may stand words in the genitive («имени первого Президента России Б. Н. Ельцина»).
    """
    tokens, triggers = span.sentence.tokens, eponym_triggers()
    if not span.words or not _may_be_genitive(span.words[-1]):
        return False
    k = span.first - 1
    while k >= 0 and span.first - k < 10:
        token = tokens[k]
        if token.is_capital and len(token.text) > 1 and k != span.first - 1 and is_given(token.lower):
            return False
        if token.text in ("имени", "им") or (token.text == "." and k and tokens[k - 1].lower in ("им", "ул")):
            return True
        if k == span.first - 1 and token.lemma in triggers and not _nominative_subject(token):
            return True
        if token.text != "." and not any(f.case == "gent" for f in token.forms):
            return False
        k -= 1
    return False


def _may_be_genitive(token: Token) -> bool:
    return any(case == "gent" for role in "sga" for case, _ in bases(token.lower, role))


def _nominative_subject(token: Token) -> bool:
    """«имя» itself names a person («имя Ивана Петрова»), «имени» an eponym."""
    return token.lemma == "имя"


def is_byline(sentence: Sentence) -> bool:
    """Whether a short sentence is a byline or a photo credit («Фото Ивана Петрова», «Текст: Анна Иванова»)."""
    tokens = sentence.tokens
    if not tokens or len(tokens) > _MAX_BYLINE_TOKENS or tokens[0].lower not in byline_triggers():
        return False
    if len(tokens) > 1 and tokens[1].text in ":—–-/":
        return True
    return not any(f.pos in ("VERB", "PRTS") and f.score > 0.3 for t in tokens[1:] for f in t.forms[:1])


def _add_known_surnames(reading: Reading, found: list[list[NameSpan]]) -> None:
    """Lone surnames that the tagger missed or took for a place, of people whom the page names in full («Лэн подписал»)."""
    known: set[str] = set()
    for spans in found:
        for span in spans:
            if len(span.words) > 1 or not any(f.known for f in span.words[0].forms):
                known.update(_surname_bases(span))
    if not known:
        return
    for sentence, spans in zip(reading.sentences, found, strict=True):
        if is_byline(sentence):
            continue
        taken = {i for span in spans for i in range(span.first, span.last)}
        organisations = _organisation_tokens(sentence, reading.names_of(sentence))
        extra = [
            NameSpan(sentence, t.index, t.index + 1)
            for t in sentence.tokens
            if t.is_capital and len(t.text) > 2 and t.index not in taken and t.index not in organisations and _meets(t, known)
        ]
        if extra:
            spans += [span for span in extra if not is_eponym(span)]
            spans.sort(key=lambda span: span.first)


def _surname_bases(span: NameSpan) -> set[str]:
    word = span.words[0] if _east_asian_first(span.words[0]) else span.words[-1]
    return {base.nominative for base in bases(word.lower, "s").values() if base.weight >= 0.5}


def _organisation_tokens(sentence: Sentence, names: list[Name]) -> set[int]:
    """Tokens of names of two and more words, which a lone surname cannot be."""
    found: set[int] = set()
    for name in names:
        first, last = _token_range(sentence, name)
        if last - first > 1 or name.kind == "ORG":
            found.update(range(first, last))
    return found


def _meets(token: Token, known: set[str]) -> bool:
    """Whether a capitalised word is a form of a known surname and of no likelier common word."""
    if token.lower not in known and token.lower[:-1] not in known and token.lower[:-2] not in known and token.lower[:-3] not in known:
        return False
    if token.index == 0 and any(f.known and "Surn" not in f.tags and f.score > 0.5 for f in token.forms[:1]):
        return False
    return any(base.nominative in known and base.weight >= 0.5 for base in bases(token.lower, "s").values())
