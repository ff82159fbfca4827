"""The parts of what a clause says behind its verbs: what each hangs on, and how much of the sense goes with it.

A part is a phrase that a title has as a whole or not at all: an object, a preposition with its noun, an infinitive, the
opening of a clause with its verb. Parts are found over the classes of words, the words left out taken away first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import ClassVar

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import grammar, lexeme
from timeline_app.extraction.events import partpatterns as shapes
from timeline_app.extraction.events.frames import frames, noun_takes
from timeline_app.extraction.events.partcollector import NEVER, OF, Collector, Head, Part
from timeline_app.extraction.events.partline import NOUN

_BETWEEN = 4  # parts between a verb and the infinitive that it wants
_FAR = 95  # code points behind the verbs that are looked at


def parts_of(clause: Clause, left_out: Collection[int], date: int) -> list[Part]:
    """The parts behind the verbs, in order; ``date`` is the word that dates the clause."""
    reader = _Reader(clause, left_out, date)
    at, words = 0, clause.parse.words
    far = words[clause.group.end].start + _FAR if reader.line else 0
    while at < len(reader.line) and words[reader.indices[at]].start < far:
        at = reader.step(at)
    return reader.closed()


class _Reader(Collector):
    """Reads the parts one after the other: a method for each class of word that opens one."""

    def step(self, at: int) -> int:
        """Reads the part at ``at`` and gives where the next begins."""
        begin = at
        while self.line[begin : begin + 1] == "[":
            begin += 1
        read = self._READERS.get(self.line[begin : begin + 1], _Reader._other)
        return read(self, at, begin)

    def _other(self, at: int, begin: int) -> int:
        return self.add(at, begin + 1, -1, 0.0, 5.0)

    def _date(self, at: int, begin: int) -> int:
        if self.lower(begin + 1) in {"after", "before"}:
            return self._joined_adverb(at, begin + 1)  # "two days | after the invasion"
        return self.add(at, begin + 1, self.verb.part, 0.0)

    def _noun_phrase(self, at: int, begin: int) -> int:
        end = max(self.phrase_end(begin), begin + 1)
        if self.line[begin:end] == "D" and self.lower(begin) == "that":
            return self.add(at, end, self.verb.part, 0.0, NEVER)  # its clause is lost
        if self.lower(end - 1) in frames()["times"] and self.lower(end) in {"after", "before"}:
            return self._joined_adverb(at, end)  # "two days | after the invasion"
        contact = shapes.CONTACT.match(self.line, end)
        if contact and self.line[begin] != "A":
            said = self.objects == 0 and self.verb.word in grammar()["reporting_verbs"]
            said = said or (self.objects == 0 and self.noun is None)
            on = self.noun.part if self.noun else self.verb.part
            return self.finish(at, contact.end(), on, NEVER if said else 2.0, 0.0 if said else 3.0)
        predicative = set(self.line[begin:end]) <= {"A", "B"}
        if predicative:
            shaped = self.verb.word in frames()["verb_two_objects"] | frames()["verb_complement"]
            last, objects = self.noun, self.objects
            if (objects or last) and not shaped:  # "a tour | likely to last"
                end = self.add(at, end, last.part if last else self.verb.part, 0.3, 3.0)
            else:
                end = self.add(at, end, self.verb.part, NEVER if objects == 0 else 8.0)
            self.adjective = Head(len(self.parts) - 1, self.lower(end - 1), "A")
            self.objects += self.verb.word not in {"be", "become"}
            return end
        wants = self.verb.word in frames()["verb_two_objects"] or self.verb.word in frames()["verb_complement"]
        wants &= self.objects == 0 or self.verb.word not in {"be", "become"}
        if at and self.line[at - 1] == "," and not (wants and self.objects == 1):  # ", Texas, | suburb of …"
            end = self.add(at, end, self.verb.part, 0.0, 8.0)
            self.nominal(end)
            return end
        bare = self.objects == 0 and (self.verb.tag != "K" or wants)
        need = NEVER if bare or (wants and self.objects == 1) else 4.0
        end = self.add(at, end, self.verb.part, need, 3.0 * (need != NEVER))
        self.objects += 1
        self.nominal(end)
        return end

    def _preposition(self, at: int, begin: int) -> int:
        found = shapes.LINK.match(self.line, begin)
        rest = found.end() if found else begin + 1
        near = self.lower(rest - 1) in {"around", "about", "over", "under"} and self.line[begin:rest] == "PP"
        link = self.lower(begin if near else rest - 1)  # "by | around 140 people"
        following = self.line[rest : rest + 1]
        inside = self.line[rest : rest + 2] in {"[G", "BG"}  # "after previously refusing"
        first = self.lower(begin)
        twofold = self.line[begin : begin + 2] == "PP" and self.lower(begin + 1) not in {"to", "of"}
        if twofold and self.is_particle(first, "D"):
            return self.add(at, begin + 1, self.verb.part, NEVER)  # "shown | up | by their neighbours"
        if rest == begin + 1 and (self.is_particle(link, following) or self.is_parted_particle(link, rest)):
            return self.add(at, rest, self.verb.part, NEVER)
        on, need = self.attached(link, rest)
        lost = 6.0 * (link in {"of", "to", "for"} and self.follows_date(begin))  # "the first day of his visit | to"
        if (following == "G" and not self.is_gerund_noun(rest)) or inside:
            return self._gerund(at, rest + inside, on, need)
        if following in {"S", "W"} and (opened := shapes.OPENED.match(self.line, rest)):
            return self.finish(at, opened.end(), on, need)
        if following in {"S", "W"} and (wanted := shapes.INFINITIVE.match(self.line, rest + 1)):
            return self.finish(at, wanted.end(), on, need)
        return self._brought(at, rest, link, on, (need, lost))

    def _brought(self, at: int, rest: int, link: str, on: int, worth: tuple[float, float]) -> int:
        """A preposition with its noun; ``worth`` is how much it is needed, and what it costs."""
        need, lost = worth
        noun = shapes.MARKS.match(self.line, rest)
        start = noun.end() if noun else rest
        phrase = self.phrase_end(start)
        following = self.line[rest : rest + 1]
        if phrase >= 0 and not set(self.line[start:phrase]) - {"D"} and self.is_parted(phrase):
            return self.add(at, phrase, self.verb.part, 0.0, NEVER)  # "of the | 1914 war"
        if phrase < 0 and following == "G":
            end = self.add(at, rest + 1, on, need)
            self.nominal(end)
            return end
        if phrase < 0:
            parted = self.is_parted(rest)
            dated = following == "Z" or parted  # its date was left out
            if not dated and following in {"B", "S", "A"}:
                return self.add(at, rest + 1, self.verb.part, 0.5)  # "at once"
            return self.add(at, rest + (following == "Z"), self.verb.part, 0.0 if dated else NEVER, NEVER * parted)
        end = phrase
        clausal = link in grammar()["both_preposition_and_subordinator"] and shapes.FINITE.match(self.line, end)
        if clausal:
            return self.finish(at, clausal.end(), self.verb.part, 0.5, 3.0)
        if self.lower(end - 1) == "board" and (aboard := NOUN.match(self.line, end)):
            end = aboard.end()  # "on board a ship"
        end = self.paired_end(link, end)
        if self.lower(end - 1) in {"time", "times"} and need != NEVER:
            on, need = self.verb.part, 1.0
        end = self.add(at, end, on, need - lost if lost else need, lost)
        self.nominal(end)
        return end

    def _gerund(self, at: int, rest: int, on: int, need: float) -> int:
        found = shapes.PARTICIPLE.match(self.line, rest)
        return self.finish(at, found.end() if found else rest + 1, on, need)

    def _infinitive(self, at: int, begin: int) -> int:
        found = shapes.INFINITIVE.match(self.line, begin)
        end = found.end() if found else begin + 1
        verb = self.verb
        if self.noun is not None and noun_takes(self.noun.word, "infinitive"):
            return self.finish(at, end, self.noun.part, 10.0)
        if self.noun is not None and self.verb.word in {"be", "become"} and self.is_ranked(self.noun):
            return self.finish(at, end, self.noun.part, 20.0)  # "became the first woman | to sail"
        if self.adjective is not None:
            return self.finish(at, end, self.adjective.part, NEVER)
        if self.objects == 0 and verb.tag != "K" and verb.word in frames()["verb_infinitive"]:
            return self.finish(at, end, verb.part, NEVER)
        called = verb.word in {"call", "wait", "appeal", "arrange", "press", "push", "campaign", "ask", "vote"}
        far = len(self.parts) - verb.part > _BETWEEN
        if not far and (self.objects or verb.tag == "K" or called) and verb.word in frames()["verb_object_infinitive"]:
            return self.finish(at, end, verb.part, 16.0)
        return self.finish(at, end, verb.part, 6.0 if self.objects == 0 and verb.tag != "K" else 2.0)

    def _participle(self, at: int, begin: int) -> int:
        found = shapes.PARTICIPLE.match(self.line, begin)
        end = found.end() if found else begin + 1
        if self.noun is None and self.objects == 0:
            return self.finish(at, end, self.verb.part, NEVER)
        if self.line[begin] == "I":
            return self.finish(at, end, self.verb.part, NEVER)  # "help the army | stop the theft"
        if self.noun is not None:
            seen = self.line[begin] == "G" and self.objects == 1 and self.verb.word in frames()["showing_verbs"]
            return self.finish(at, end, self.verb.part if seen else self.noun.part, 16.0 if seen else 3.0)
        return self.finish(at, end, self.verb.part, 1.0, 0.5)

    def _verb(self, at: int, begin: int) -> int:
        modal = self.clause.parse.tags[self.clause.group.head] == "M" and not self.parts  # "will on Monday | hear"
        if modal or (self.objects == 0 and self.noun is None and self.verb.word in frames()["verb_complement"]):
            return self._participle(at, begin)  # "became inexorably | linked"
        found = shapes.FINITE.match(self.line, begin)
        return self.finish(at, found.end() if found else begin + 1, -1, 0.0, 8.0)

    def _adverb(self, at: int, begin: int) -> int:
        end = begin
        while self.line[end : end + 1] == "B":
            end += 1
        particle = self.noun is None and self.objects == 0 and self.lower(begin) in grammar()["particles"]
        led = end == begin + 1 or self.line[end : end + 1] == "K"
        if self.line[end : end + 1] in {"P", "K"} and self.lower(end - 1).endswith("ly") and led:
            return self._joined_adverb(at, end)
        apart = particle and end == begin + 1 and self.lower(end) not in {"of", "to", "from", "with", "on"}
        if self.line[end : end + 1] == "P" and not self.lower(end - 1).endswith("ly") and not apart:
            return self._preposition(at, begin if end - begin == 1 else end - 1)
        if self.line[end : end + 1] in {"A", "#"}:
            return self._noun_phrase(at, begin)
        if (
            self.line[end : end + 1] in {"T", "K", "G", "S", "W", "D", "V", "M", "I"}
            and self.lower(end - 1) in frames()["leaning_adverbs"]
        ):
            return self.step(end) if end == at else self._joined_adverb(at, end)
        near = self.noun is None and self.objects == 0 and not self.lower(begin).endswith("ly")
        noun, objects = self.noun, self.objects
        end = self.add(at, end, self.verb.part, NEVER if particle else 4.0 if near else 2.0 if objects == 0 else 0.6)
        self.noun, self.objects = (noun, objects) if not particle else (None, objects)
        return end

    def _joined_adverb(self, at: int, end: int) -> int:
        """What an adverb only leads up to: "only after", "not to"."""
        begin = len(self.parts)
        stop = self.step(end)
        if begin < len(self.parts):
            part = self.parts[begin]
            self.parts[begin] = part._replace(words=(*self.indices[at:end], *part.words))
        return stop

    def _opened(self, at: int, begin: int) -> int:  # noqa: PLR0911 - a case each
        word, noun, verb = self.lower(begin), self.noun, self.verb
        found = shapes.OPENED.match(self.line, begin) or shapes.WANTED_VERB.match(self.line, begin)
        end = found.end() if found else len(self.line)
        plain = found is None and not set(self.line[begin:]) & set("VM")
        if plain and word == "as" and self.phrase_end(begin + 1) > 0:
            on, need = self.attached("as", begin + 1)
            return self._brought(at, begin + 1, "as", on, (need, 0.0))
        if plain and word == "that" and begin and self.lower(begin - 1) in frames()["leaning_adverbs"]:
            return self.add(at, begin + 1, verb.part, NEVER, 8.0)  # "achieved just that by …"
        if plain:
            return self.add(at, end, verb.part, 0.0, NEVER)  # its clause is lost
        said = word in grammar()["clause_openers"] and word not in {"where", "when", "because", "while", "although"}
        if said and verb.word in grammar()["reporting_verbs"] | {"remember", "ask", "wonder", "discuss", "consider"}:
            bare = noun is None or word == "that" or verb.word in grammar()["telling_verbs"]
            if bare and self.line[begin] in "SW":
                return self.finish(at, end, verb.part, 16.0 if noun and verb.tag == "I" else NEVER)
        if self.adjective is not None and said:
            return self.finish(at, end, self.adjective.part, 12.0)
        if noun is not None and word == "that" and noun_takes(noun.word, "that"):
            return self.finish(at, end, noun.part, 9.0)
        if noun is None and self.objects == 0 and said:
            return self.finish(at, end, verb.part, NEVER)
        if noun is not None and (self.line[begin] == "W" or word == "that"):
            told = noun.word in grammar()["described_nouns"]
            return self.finish(at, end, noun.part, OF if told else 2.5, 1.0)
        beside = word in frames()["beside"]
        return self.finish(at, end, verb.part, 0.0 if beside else 0.5, 10.0 if beside else 3.0)

    def _link(self, at: int, begin: int) -> int:  # noqa: PLR0911 - a case each
        rest = begin + 1
        if verbs := shapes.VERBAL.match(self.line, rest):
            return self._second_verb(at, rest, verbs.end())
        lead = shapes.LEADING.match(self.line, rest)
        first = lead.end() if lead else rest
        if self.line[rest : rest + 1] == "," or self.line[first : first + 1] == "R":
            return self.finish(at, len(self.line), -1, 0.0, 9.0)  # another clause
        if opened := shapes.OPENED.match(self.line, first):
            return self.finish(at, opened.end(), -1, 0.0, 9.0)
        subject = NOUN.match(self.line, first)
        contact = shapes.CONTACT.match(self.line, subject.end()) if subject else None
        if contact:
            return self.finish(at, contact.end(), -1, 0.0, 9.0)
        phrase = shapes.SECOND_LINK.match(self.line, rest)
        if phrase and self.line[at] == "," and self.lower(begin) == "but":
            return self.finish(at, len(self.line), -1, 0.0, 9.0)  # ", but after two days they met …"
        if phrase:
            noun = NOUN.match(self.line, phrase.end())
            if noun and (verbs := shapes.FINITE.match(self.line, noun.end())):
                return self._second_verb(at, noun.end(), verbs.end())  # "and for the first time | accused"
            on = len(self.parts) - 1
            end = self.add(at, noun.end() if noun else phrase.end(), on, 2.0)
            self.nominal(end)
            return end
        noun = shapes.LED.match(self.line, rest)
        start = noun.end() if noun else rest
        second = NOUN.match(self.line, start)
        if second is None:
            return self.add(at, rest, len(self.parts) - 1, 0.0, 5.0)
        on = self.noun.part if self.noun else len(self.parts) - 1
        late = 9.0 * (begin == at and self.is_parted(begin))  # "in late autumn | and winter"
        need = 2.5 if self.lower(start) in {"other", "others", "their", "his"} else self._joined(begin, second.end())
        end = self.add(at, second.end(), on, 0.0 if late else need, late)
        self.nominal(end)
        return end

    def _joined(self, begin: int, end: int) -> float:
        """How much a title needs the second of two nouns that "and" joins."""
        rest = self.line[begin + 1 : end]
        before = self.lower(begin - 1) if begin else ""
        named = rest[:2] == "NN" and not before.endswith("s")  # "air and sea forces"
        tag = self.line[begin - 1] if begin else ""
        shared = tag == "A" or ((tag == "E" or lexeme(before).adjective) and re.match(r"[AE]*N", rest))
        both = any(self.lower(i) in {"between", "both", "either", "neither"} for i in range(begin))
        return NEVER if both or shared or named else 3.5 if self.noun and self.is_brought(self.noun.part) else 5.0

    def _second_verb(self, at: int, rest: int, end: int) -> int:
        """A verb that "and" joins to one before."""
        first = next(i for i in range(rest, end) if self.line[i] in "VMIKGT")
        tag = "I" if self.line[first] == "T" else self.line[first]
        same = next((v for v in reversed(self.verbs) if v.tag == tag), self.verbs[0])
        alone = self.noun is None and self.objects == 0 and self.adjective is None and bool(self.parts)
        late = self.date > self.indices[first]
        need = NEVER if alone and self.line[at] == "C" and tag == "I" else 5.0 if late else 1.0
        return self.finish(at, end, same.part, need, 0.0 if late or tag in "IGK" else 7.0 if self.parts else 3.0)

    def _comma(self, at: int, begin: int) -> int:  # noqa: C901, PLR0911 - a case for each class of word
        rest = begin + 1
        on = self.noun.part if self.noun else self.verb.part
        if self.is_parted(rest) and self.line[rest : rest + 1] in tuple("NAE"):
            return self.add(at, max(self.phrase_end(rest), rest + 1), on, 0.0, NEVER)  # what a date belonged to
        if found := shapes.LIST.match(self.line, begin):
            end = self.add(at, found.end(), on, 5.0)
            self.nominal(end)
            return end
        if (found := shapes.VERB_LIST.match(self.line, begin)) and self.objects == 0 and self.noun is None:
            return self.finish(at, found.end(), self.verb.part, NEVER)  # "“stated, | believed or suspected” that"
        if found := shapes.APPOSED.match(self.line, begin):
            noun = self.noun
            cost = 10.0 if self.line[rest] == "P" and self.is_set_off() else 1.0
            end = self.add(at, found.end(), on, 0.0, 0.4 if self.line[rest : end_of(found)] == "E" else cost)
            self.noun = noun
            return end
        following = self.line[rest : rest + 1]
        if following == "C":
            return self._link(at, rest)
        if following in {"S", "W"}:
            found = shapes.OPENED.match(self.line, rest)
            beside = self.lower(rest) in frames()["beside"]
            return self.finish(at, found.end() if found else len(self.line), on, 0.0, 10.0 if beside else 4.0)
        if following in {"K", "G"}:
            found = shapes.PARTICIPLE.match(self.line, rest)
            return self.finish(at, found.end() if found else rest + 1, self.verbs[0].part, 0.3, 2.0)
        if following == "B":
            end = rest
            while self.line[end : end + 1] == "B":
                end += 1
            if self.line[end : end + 1] in {",", ""}:
                return self.add(at, end + 1 if end < len(self.line) else end, self.verb.part, 0.0, 0.5)
            if end < len(self.line):
                return self._aside(at, end)
        if following:
            loose = following in "DANEX#"
            ended = 9.0 * (following == "P" and self.is_set_off())
            return self._aside(at, rest, ended + (5.0 if self.lower(rest) == "with" else 5.0 * loose))
        return self.add(at, rest, self.verb.part, 0.0, 0.5)

    def _aside(self, at: int, rest: int, cost: float = 0.0) -> int:
        """What a comma parts from what stands before: needed less."""
        begin = len(self.parts)
        self.noun = self.adjective = None
        main, objects, self.objects = self.verb, self.objects, max(self.objects, 1)
        end = self.step(rest)
        if begin == len(self.parts):
            return end
        part = self.parts[begin]
        closed = self.line[end : end + 1] == "," and self.line[end + 1 : end + 2] not in {"C", ""}
        closed = closed and len(self.parts) == begin + 1
        words = (*self.indices[at:rest], *part.words, *self.indices[end : end + closed])
        clausal = 4.0 * any(self.parse.tags[i] in "VM" for i in part.words)
        self.parts[begin] = Part(words, part.on, min(part.need, 0.8), max(part.cost, 0.3) + clausal + cost)
        if closed:
            self.verb, self.objects = main, objects
        elif self.verb is main:
            self.verb, self.objects = Head(begin, "", "N"), 1  # what follows belongs to it: ", 69 of them in Iraq"
        return end + closed

    _READERS: ClassVar[dict[str, Callable[[_Reader, int, int], int]]] = {
        ",": _comma,
        "C": _link,
        "S": _opened,
        "W": _opened,
        "T": _infinitive,
        "P": _preposition,
        "B": _adverb,
        "K": _participle,
        "G": _participle,
        "I": _participle,
        "V": _verb,
        "M": _verb,
        "Z": _date,
        **dict.fromkeys("DANEXQ#OR", _noun_phrase),
    }


def end_of(found: re.Match[str]) -> int:
    """Where an apposition ends, its closing comma left out."""
    return found.end() - found[0].endswith(",")
