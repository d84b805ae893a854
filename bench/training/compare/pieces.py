"""Cuts text into the pieces of the uncased vocabulary, as encode's WordPiece does."""

import json
import unicodedata


class WordPiece:
    def __init__(self, tokenizer_json):
        self.vocabulary = json.load(open(tokenizer_json, encoding="utf-8"))["model"]["vocab"]
        self.unknown = self.vocabulary["[UNK]"]
        self.first = self.vocabulary["[CLS]"]
        self.last = self.vocabulary["[SEP]"]
        self.known = {}

    def pieces(self, text):
        ids = []
        for word in _divided(text):
            if word not in self.known:
                self.known[word] = self._cover(word)
            ids.extend(self.known[word])
        return ids or [self.unknown]

    def placed(self, text):
        """The pieces of a text and the character spans of the words they belong to."""
        ids, spans = [], []

        def add(start, end):
            pieces = [] if start is None or not _divided(text[start:end]) else self.pieces(text[start:end])
            ids.extend(pieces)
            spans.extend([(start, end)] * len(pieces))

        start = None
        for at, character in enumerate(text):
            if character.isspace() or _stands_alone(character):
                add(start, at)
                start = None
                if not character.isspace():
                    add(at, at + 1)
            elif start is None:
                start = at
        add(start, len(text))
        return ids, spans

    def _cover(self, word):
        if len(word) > 100:
            return [self.unknown]
        ids, at = [], 0
        while at < len(word):
            stop = len(word)
            while stop > at:
                piece = word[at:stop] if at == 0 else "##" + word[at:stop]
                if piece in self.vocabulary:
                    break
                stop -= 1
            if stop == at:
                return [self.unknown]
            ids.append(self.vocabulary[piece])
            at = stop
        return ids


def _divided(text):
    kept = []
    for character in text:
        if character in "\t\n\r":
            kept.append(" ")
        elif ord(character) and ord(character) != 0xFFFD and unicodedata.category(character)[0] != "C":
            kept.append(character)
    bare = "".join(c for c in unicodedata.normalize("NFD", "".join(kept)) if unicodedata.category(c) != "Mn")
    words, word = [], []
    for character in bare.lower():
        if character.isspace() or _stands_alone(character):
            if word:
                words.append("".join(word))
                word = []
            if not character.isspace():
                words.append(character)
        else:
            word.append(character)
    if word:
        words.append("".join(word))
    return words


def _stands_alone(character):
    code = ord(character)
    if code < 128:
        return 32 < code < 127 and not character.isalnum()
    return (
        unicodedata.category(character)[0] == "P"
        or 0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )
