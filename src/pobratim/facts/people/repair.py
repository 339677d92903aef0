"""The tagger's mistakes about the edges and the kind of a name, repaired."""

from __future__ import annotations

import re
from itertools import pairwise

from pobratim.annotate.name import Name
from pobratim.annotate.toponym import toponym_at
from pobratim.lexicon.actors import heads
from pobratim.lexicon.gazetteer import spellings
from pobratim.lexicon.people import posts
from pobratim.lexicon.place_key import fold
from pobratim.text.declension import bases, is_given, is_patronymic, is_surname
from pobratim.text.east_asian_name import east_asian_roles
from pobratim.text.person_name import CHILD_OF
from pobratim.text.token import Sentence, Token

from .name_span import is_east_asian_first, is_type_word

_QUOTES = '«»"\u201c\u201d\u201e'
_GENITIVE_ENDS = ("а", "я", "и", "ы")
_CLAN = re.compile(r"(?:ян|дзе|швили|енко)(?:а|у|ом|е|ц)?$|(?:[оеё]в|[иы]н)ым$")  # endings of surnames that no place has
_FOREIGN = re.compile(r"[әғқңөұүһіҷҳӣӯўҡҙҫѓќљњџћђјѕєїґ]")


def pieces(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """A span cut at «и», commas and common words: «Гордеев и Василий Голубев» are two people.

    What stands before the type word of a place is none («Дархан-Уул | аймака | Янжмаа»).
    """
    tokens = sentence.tokens
    cuts = [i for i in range(first, last) if _parts(tokens[i])]
    edges = [first - 1, *cuts, last]
    found = [(a + 1, b) for a, b in pairwise(edges) if a + 1 < b]
    return [(a, b) for a, b in found if b == len(tokens) or b == last or not is_type_word(tokens[b])]


def _parts(token: Token) -> bool:
    if token.text in (",", "(", ")", "–", "—"):
        return True
    return token.text.islower() and token.lower not in CHILD_OF


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Without quotes and without the post words that the tagger took in («Губернатор Иван Петров»)."""
    tokens = sentence.tokens
    while first < last and (tokens[first].text in _QUOTES or _is_post_word(tokens[first], last - first)):
        first += 1
    while first < last and (tokens[last - 1].text in _QUOTES or _is_common(tokens[last - 1])):
        last -= 1
    return _past_place(sentence, first, last), last


def _is_common(token: Token) -> bool:
    return token.text.islower() and token.lower not in CHILD_OF


def _past_place(sentence: Sentence, first: int, last: int) -> int:
    """Where the name begins behind a place that the tagger took in («провинции | Дьенбьен Ву А Банг»)."""
    if last - first < 3:
        return first  # most names: a place and a name of two words are three
    tokens, k = sentence.tokens, first
    of_head = _behind_head(tokens, first)
    named = first and (is_type_word(tokens[first - 1]) or of_head or _behind_body(tokens, first))
    while k < last and is_type_word(tokens[k]) and not is_given(tokens[k].lower):
        named, k = True, k + 1
    if not named or k >= last or len(tokens[k].text) == 1 or (k == first and _is_east_asian(tokens[first:last])):
        return first
    place = toponym_at(tokens, k)
    after = place.end if place and place.end < last else k + 1
    rest = [t for t in tokens[after:last] if t.is_word]
    if len(rest) < 2 or not all(t.is_capital or t.text == "." for t in tokens[after:last]):
        return first
    if is_patronymic(rest[0].lower):
        return first
    if of_head and k == first and (is_given(tokens[k].lower) or not tokens[k].lower.endswith(_GENITIVE_ENDS)):
        return first
    sure = place is not None or bool(spellings(fold(tokens[k].text)))
    return after if sure or _opens_name(rest) and not is_surname(tokens[k].lower) else first


def _behind_head(tokens: list[Token], first: int) -> bool:
    """Whether the post of a territory's head stands before a name («мэр китайского | Хуайяна Ван Лэй»)."""
    k = first - 1
    while k > 0 and tokens[k].is_adjective and not tokens[k].is_capital:
        k -= 1
    return k >= 0 and (tokens[k].lemma == "глава" or posts().get(tokens[k].lemma) in ("region_head", "city_head"))


def _behind_body(tokens: list[Token], first: int) -> bool:
    """Whether a body's head noun in the genitive stands before a name («председатель народного комитета | Хошимина Ле Хоанг»)."""
    before = tokens[first - 1]
    return not before.is_capital and any(f.case == "gent" and f.lemma in heads() for f in before.forms if f.pos == "NOUN")


def _opens_name(words: list[Token]) -> bool:
    """Whether words are a name by themselves: a given name and more, an initial, an East Asian family name."""
    first = words[0]
    if is_patronymic(words[1].lower) and len(words) < 3:
        return False
    return len(first.text) == 1 or is_given(first.lower) or is_east_asian_first(first)


def _family_name_before(tokens: list[Token], first: int, last: int) -> bool:
    """«Нгуеном | Ван Хоа»."""
    return tokens[first - 1].is_capital and _is_east_asian(tokens[first - 1 : last])


def _is_east_asian(tokens: list[Token]) -> bool:
    return "a" in east_asian_roles([t.text for t in tokens])


def _is_post_word(token: Token, size: int) -> bool:
    if token.text.islower():
        return token.lower not in CHILD_OF
    if "post" not in token.uses or not any(f.pos == "NOUN" and f.lemma in posts() for f in token.forms[:2]):
        return False  # nearly every word
    return not is_given(token.lower) and not (size == 1 and is_surname(token.lower))


def extended(sentence: Sentence, first: int, last: int, taken: list[bool]) -> tuple[int, int]:
    """With the initials, patronymic, surname or Vietnamese word that the tagger left outside."""
    tokens = sentence.tokens
    if first >= last:
        return first, last
    while first >= 2 and tokens[first - 1].text == "." and _is_initial(tokens[first - 2]) and not taken[first - 1]:
        first -= 2
    if first and not taken[first - 1] and tokens[first - 1].is_capital and _FOREIGN.search(tokens[first - 1].lower):
        first -= 1
    if first and not taken[first - 1] and last - first < 3 and _family_name_before(tokens, first, last):
        first -= 1
    if first and not taken[first - 1] and last - first == 1 and _given_before(tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _initial_at(tokens, last) and _ends_surname(tokens[last - 1]):
        last += 2
    if last < len(tokens) and tokens[last].text == "." and _is_initial(tokens[last - 1]):
        last += 1
    while last < len(tokens) and _continues(sentence, first, last):
        last += 1
    return first, last


def _is_initial(token: Token) -> bool:
    return token.is_capital and (len(token.text) == 1 or token.text in ("Дж", "Ю", "Ш", "Ст"))


def _initial_at(tokens: list[Token], at: int) -> bool:
    return _is_initial(tokens[at]) and tokens[at + 1].text == "."


def _ends_surname(token: Token) -> bool:
    return token.text != "." and not is_given(token.lower)


def _given_before(token: Token, surname: Token) -> bool:
    """«Алексей» before a lone «Орлов», not a word that merely opens the sentence."""
    if not token.is_capital or len(token.text) < 3 or not is_given(token.lower) or is_given(surname.lower):
        return False
    return any((case, sex) in bases(surname.lower, "s") for case, sex in bases(token.lower, "g"))


def _continues(sentence: Sentence, first: int, last: int) -> bool:
    token, tokens = sentence.tokens[last], sentence.tokens
    if token.lower in CHILD_OF:
        return True
    shouted = token.text.isupper() and len(token.text) > 1 and not tokens[first].text.isupper()
    if not token.is_capital or not token.is_word or shouted:
        return False
    words = [t for t in tokens[first:last] if len(t.text) > 1]
    if not words or tokens[last - 1].text == ".":
        return False
    if is_patronymic(token.lower) and is_given(tokens[last - 1].lower):
        return True
    if is_east_asian_first(words[0]) and len(words) < 3 and len(token.text) <= 7 and not is_surname(token.lower):
        return len(words) > 1 or len(token.text) <= 7
    lone_given = len(words) == 1 and is_given(words[0].lower) and not is_surname(words[0].lower)
    named = lone_given or (len(words) == 2 and is_patronymic(words[1].lower))
    return named and is_surname(token.lower) and not any("Geox" in f.tags for f in token.forms)


def past_bracket(sentence: Sentence, first: int, last: int) -> int:
    """Behind a bracket that a place has («Саха (Якутия) | Айсен Николаев»)."""
    if last - first < 3:
        return first  # most names
    return next((i + 1 for i in range(last - 2, first, -1) if sentence.tokens[i].text == ")"), first)


def looks_personal(sentence: Sentence, name: Name, first: int, last: int) -> bool:
    """Whether a name tagged as a place or organisation is a person («Алексей Орлов», «Республики Армения Агаси Алекян»)."""
    if last and not sentence.tokens[last - 1].is_capital:
        return False
    if last - first == 1:  # most names
        lone = sentence.tokens[first]
        return name.kind != "ORG" and first > 1 and _given_before(sentence.tokens[first - 1], lone) and is_surname(lone.lower)
    first = _past_place(sentence, first, last)
    tokens = sentence.tokens[first:last]
    if name.kind == "ORG" and len(tokens) != 2 or not 2 <= len(tokens) <= 3 or not all(t.is_capital for t in tokens):
        return False
    if toponym_at(sentence.tokens, first):
        return False
    behind_place = tokens[0].start > name.start
    if is_given(tokens[0].lower) and (behind_place or is_surname(tokens[-1].lower) and not is_surname(tokens[0].lower)):
        return True
    if len(tokens) == 2 and _CLAN.search(tokens[1].lower) and not tokens[0].is_adjective:
        return True  # «в Нижнем Новгороде Агаси Алекян», «с ректором университета Кудайберди Кожобековым»
    return east_asian_roles([t.text for t in tokens]).endswith("a")
