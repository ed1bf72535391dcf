"""Search engines that Python speaks to: SQLite's FTS5 and Xapian. Reads one JSON line a question, answers one.

Arguments: which one, and a file with an id, a name and a text on each line, with tabs between.
A question is {"kind", "text"}; an answer {"ids", "ms"}, the milliseconds without the way here and back.
"""
import json
import sys
import time

LIMIT = 20


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


class Fts5:
    def __init__(self, path):
        import sqlite3

        self.db = sqlite3.connect(":memory:")
        self.db.execute("create virtual table words using fts5(id unindexed, name, text, tokenize='porter unicode61')")
        self.db.execute("create virtual table slips using fts5(id unindexed, name, tokenize='trigram')")
        self.db.executemany("insert into words values (?, ?, ?)", rows(path))
        self.db.execute("insert into slips select id, name from words")

    def ask(self, kind, text):
        if kind == "slip":
            # Any three letters in a row that the name has in common with what was typed.
            parts = {text[at : at + 3] for at in range(len(text) - 2)}
            query = " OR ".join('"' + part.replace('"', "") + '"' for part in sorted(parts))
            sql = "select id from slips where slips match ? order by rank limit ?"
        else:
            query = " ".join('"' + word + '"' for word in text.split())
            sql = "select id from words where words match ? order by bm25(words, 0, 10, 1) limit ?"
        return [row[0] for row in self.db.execute(sql, (query, LIMIT))]


class Xapian:
    def __init__(self, path):
        import tempfile

        import xapian

        self.xapian = xapian
        folder = tempfile.mkdtemp(prefix="joinery-bench-xapian-")
        db = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OPEN)
        terms = xapian.TermGenerator()
        terms.set_stemmer(xapian.Stem("en"))
        terms.set_database(db)
        terms.set_flags(xapian.TermGenerator.FLAG_SPELLING)
        for id, name, text in rows(path):
            document = xapian.Document()
            document.set_data(id)
            terms.set_document(document)
            terms.index_text(name, 10)
            terms.index_text(text, 1)
            db.add_document(document)
        db.commit()
        self.db = xapian.Database(folder)
        self.parser = xapian.QueryParser()
        self.parser.set_stemmer(xapian.Stem("en"))
        self.parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self.parser.set_database(self.db)
        self.parser.set_default_op(xapian.Query.OP_AND)

    def ask(self, kind, text):
        spell = self.xapian.QueryParser.FLAG_SPELLING_CORRECTION
        query = self.parser.parse_query(text, spell if kind == "slip" else 0)
        mended = self.parser.get_corrected_query_string()
        if kind == "slip" and mended:
            query = self.parser.parse_query(mended)
        enquire = self.xapian.Enquire(self.db)
        enquire.set_query(query)
        return [match.document.get_data().decode() for match in enquire.get_mset(0, LIMIT)]


def main():
    engine = {"fts5": Fts5, "xapian": Xapian}[sys.argv[1]](sys.argv[2])
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        begun = time.perf_counter()
        ids = engine.ask(asked["kind"], asked["text"])
        print(json.dumps({"ids": ids, "ms": (time.perf_counter() - begun) * 1000}), flush=True)


main()
