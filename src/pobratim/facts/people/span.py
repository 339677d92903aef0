"""Where the names of people stand in a sentence: the tagger's spans, with its mistakes repaired."""

from __future__ import annotations

from itertools import pairwise

from pobratim.annotate.name import Name
from pobratim.annotate.reading import Reading
from pobratim.annotate.toponym import toponym_at
from pobratim.text.declension import bases, is_given
from pobratim.text.east_asian_name import chinese_surnames, is_given_of
from pobratim.text.offset import token_range
from pobratim.text.token import Sentence, Token

from .name_span import NameSpan, is_east_asian_first
from .not_person import is_byline, is_eponym, is_modifier, is_place, is_school
from .repair import extended, looks_personal, past_bracket, pieces, trimmed

_CHINESE = frozenset(("cn",))


def name_spans(reading: Reading) -> list[list[NameSpan]]:
    """The names of people of every sentence, in order; eponyms and bylines are left out."""
    found: list[list[NameSpan]] = []
    firsts = chinese_surnames()
    for sentence, names in zip(reading.sentences, reading.by_sentence, strict=True):
        likely = names or not sentence.words.isdisjoint(firsts)
        found.append(sentence_spans(sentence, names) if likely and not is_byline(sentence) else [])
    _add_known_surnames(reading, found)
    return found


def sentence_spans(sentence: Sentence, names: list[Name]) -> list[NameSpan]:
    """The repaired names of one sentence."""
    taken = [False] * len(sentence.tokens)
    found: list[NameSpan] = []
    for name in map(_last_inner, names):
        whole = token_range(sentence.tokens, name.start, name.end)
        if name.kind != "PER":
            whole = (past_bracket(sentence, *whole), whole[1])
            if not looks_personal(sentence, name, *whole):
                continue
        for piece in pieces(sentence, *whole):
            first, last = extended(sentence, *trimmed(sentence, *piece), taken)
            if first < last and not taken[first] and _is_name(sentence, first, last):
                span = NameSpan(sentence, first, last)
                taken[first:last] = [True] * (last - first)
                found.append(span)
    found += _untagged_east_asian(sentence, names, taken)
    if not found:
        return found  # most sentences
    return [span for span in _joined(found) if not (is_eponym(span) or is_place(span) or is_modifier(span) or is_school(span))]


def _last_inner(name: Name) -> Name:
    """The place that ends an organisation's name, which may be a person («университета | Кудайберди Кожобековым»)."""
    last = name.inner[-1] if len(name.inner) > 1 else name
    return last if last.kind == "LOC" and last.end == name.end else name


def _untagged_east_asian(sentence: Sentence, names: list[Name], taken: list[bool]) -> list[NameSpan]:
    """«Ван Цзюнь», which the tagger does not know as a name at all."""
    tokens, found = sentence.tokens, []
    firsts = sentence.words & chinese_surnames()
    for token, after in pairwise(tokens) if firsts else ():
        if token.lower not in firsts or not (token.is_capital and after.is_capital) or taken[token.index] or taken[after.index]:
            continue
        if len(token.text) > 5 or len(after.text) < 4 or not is_given_of([after.lower], _CHINESE):
            continue
        tagged = any(name.start < after.end and token.start < name.end for name in names)
        if not tagged and not toponym_at(tokens, token.index) and not toponym_at(tokens, after.index):
            found.append(NameSpan(sentence, token.index, after.index + 1))
            taken[token.index] = taken[after.index] = True
    return found


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    return any(t.is_word and t.is_capital and len(t.text) > 1 for t in sentence.tokens[first:last])


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
    return (is_given(word.lower) and not is_given(b.words[0].lower)) or is_east_asian_first(word)


def _add_known_surnames(reading: Reading, found: list[list[NameSpan]]) -> None:
    """Lone surnames that the tagger missed or took for a place, of people whom the page names in full («Лэн подписал»)."""
    known: set[str] = set()
    for spans in found:
        for span in spans:
            if len(span.words) > 1 or not any(f.known for f in span.words[0].forms):
                known.update(_surname_bases(span))
    met_at_all = list(filter(reading.text.lower().__contains__, known))
    for sentence, spans in zip(reading.sentences, found, strict=True) if met_at_all else ():
        if not any(map(sentence.text.lower().__contains__, met_at_all)):
            continue  # most sentences
        taken = {i for span in spans for i in range(span.first, span.last)}
        met = [t for t in sentence.tokens if t.is_capital and len(t.text) > 2 and t.index not in taken and _meets(t, known)]
        if not met or is_byline(sentence):
            continue
        organisations = _organisation_tokens(sentence, reading.names_of(sentence))
        extra = [NameSpan(sentence, t.index, t.index + 1) for t in met if t.index not in organisations]
        if extra:
            spans += [span for span in extra if not is_eponym(span)]
            spans.sort(key=lambda span: span.first)


def _surname_bases(span: NameSpan) -> set[str]:
    word = span.words[0] if is_east_asian_first(span.words[0]) else span.words[-1]
    return {base.nominative for base in bases(word.lower, "s").values() if base.weight >= 0.5}


def _organisation_tokens(sentence: Sentence, names: list[Name]) -> set[int]:
    """Tokens of names of two and more words, which a lone surname cannot be."""
    found: set[int] = set()
    for name in names:
        first, last = token_range(sentence.tokens, name.start, name.end)
        if last - first > 1 or name.kind == "ORG":
            found.update(range(first, last))
    return found


def _meets(token: Token, known: set[str]) -> bool:
    """Whether a capitalised word is a form of a known surname and of no likelier common word."""
    word = token.lower
    if not (word in known or word[:-1] in known or word[:-2] in known or word[:-3] in known):
        return False
    if token.index == 0 and any(f.known and "Surn" not in f.tags and f.score > 0.5 for f in token.forms[:1]):
        return False
    return any(base.nominative in known and base.weight >= 0.5 for base in bases(token.lower, "s").values())
