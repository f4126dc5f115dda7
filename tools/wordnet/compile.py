"""Compiles the WordNet 3.0 files (Debian: wordnet-base) into words.txt, the word table of the statement grammar.

Use: python3 compile.py FOLDER_OF_WORDNET > words.txt
A line: lemma, weights of noun, verb, adjective and adverb (0 absent, else 1 + log2(1 + tagged uses), at most 9),
class of the most used noun sense and of the most used verb sense (letters below), irregular verb forms (past,participle).
"""
import math, os, re, sys

folder = sys.argv[1]
NOUN = {18: 'p', 14: 'g', 10: 'c', 15: 'l', 28: 't', 23: 'q', 9: 'm', 4: 'a', 12: 'f'}
VERB = {32: 'C', 31: 'K', 37: 'E', 39: 'P', 41: 'S', 38: 'M', 42: 'B'}
POS = ['noun', 'verb', 'adj', 'adv']

counts, classes = {}, {}
for line in open(os.path.join(folder, 'cntlist.rev')):
    key, number, count = line.split()
    lemma, rest = key.split('%')
    pos = int(rest[0])
    pos = 3 if pos == 5 else pos
    counts[lemma, pos] = counts.get((lemma, pos), 0) + int(count)
    lex = int(rest.split(':')[1])
    best = classes.get((lemma, pos), (0, 0))
    if int(count) > best[0]:
        classes[lemma, pos] = (int(count), lex)

lexfile = {}
for name in ('noun', 'verb'):
    for line in open(os.path.join(folder, 'data.' + name), encoding='latin-1'):
        if line[0] != ' ':
            parts = line.split(' ', 2)
            lexfile[name, parts[0]] = int(parts[1])

weights = {}
for pos, name in enumerate(POS, 1):
    for line in open(os.path.join(folder, 'index.' + name), encoding='latin-1'):
        if line[0] == ' ':
            continue
        parts = line.split()
        lemma = parts[0]
        if not re.fullmatch(r"[a-z]+(-[a-z]+)*", lemma):
            continue
        count = counts.get((lemma, pos), 0)
        weights.setdefault(lemma, [0, 0, 0, 0])[pos - 1] = min(9, 1 + int(math.log2(1 + count)))
        if name in ('noun', 'verb') and (lemma, pos) not in classes:
            offset = next(p for p in parts[4:] if re.fullmatch(r'\d{8}', p))
            classes[lemma, pos] = (0, lexfile[name, offset])

irregular = {}
for line in open(os.path.join(folder, 'verb.exc')):
    parts = line.split()
    for lemma in parts[1:]:
        if '_' not in lemma and not parts[0].endswith('ing') and '_' not in parts[0]:
            irregular.setdefault(lemma, []).append(parts[0])

print('# Compiled from WordNet 3.0 by tools/wordnet/compile.py. See wordnet-license.txt.')
for lemma in sorted(weights):
    w = weights[lemma]
    noun = NOUN.get(classes.get((lemma, 1), (0, 0))[1], '-') if w[0] else '-'
    verb = VERB.get(classes.get((lemma, 2), (0, 0))[1], '-') if w[1] else '-'
    # A noun of no class that is nothing else is what an unknown word is taken for.
    if not (w[1] or w[2] or w[3]) and (noun in '-maf' or (w[0] == 1 and noun not in 'pgc')):
        continue
    print(lemma, ''.join(map(str, w)), noun + verb, ','.join(irregular.get(lemma, [])), sep='\t' if False else ' ')
