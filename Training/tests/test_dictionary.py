"""python3 -m unittest discover Training/tests"""
import json
import os
import struct
import sys
import tempfile
import unittest
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import dictionary


def automaton(units=4):
    return struct.pack(f"<I{units}II{2 * units}B", units, *range(units), units, *range(2 * units))


FILES = {
    "meta.json": json.dumps([["language_code", "ru"], ["compile_options", {"max_suffix_length": 5, "paradigm_prefixes": ["", "по"]}]]),
    "gramtab-opencorpora-int.json": json.dumps(["NOUN,anim,masc sing,nomn", "ADJS,Qual plur", "NOUN anim,masc,sing,nomn"]),
    "grammemes.json": json.dumps(
        [["POST", "", "", ""], ["NOUN", "POST", "", ""], ["ADJS", "POST", "", ""], ["ADVB", "POST", "", ""]]
        + [[name, "", "", ""] for name in "anim masc femn sing plur Qual Sgtm Name Patr Fixd Abbr".split()]
        + [["CAse", "", "", ""]] + [[name, "CAse", "", ""] for name in dictionary.CASES]
    ),
    "suffixes.json": json.dumps(["", "ов"]),
    "paradigms.array": struct.pack("<HH3HH6H", 2, 3, 0, 0, 0, 6, 1, 0, 0, 1, 0, 0),
    "words.dawg": automaton(), "p_t_given_w.intdawg": automaton(),
    "prediction-suffixes-0.dawg": automaton(), "prediction-suffixes-1.dawg": automaton(2),
}


class DictionaryTest(unittest.TestCase):
    def convert(self, files=FILES):
        with tempfile.TemporaryDirectory() as folder:
            wheel, out = os.path.join(folder, "a.whl"), os.path.join(folder, "dictionary.pack")
            with zipfile.ZipFile(wheel, "w") as archive:
                for name, content in files.items():
                    archive.writestr("some_dicts/data/" + name, content)
            dictionary.convert(wheel, out)
            with open(out, "rb") as file:
                return file.read()

    def sections(self, pack):
        found = {}
        for i in range(struct.unpack_from("<I", pack, 12)[0]):
            entry = struct.unpack_from("<32sII4IQQ", pack, 24 + 72 * i)
            found[entry[0].rstrip(b"\0").decode()] = pack[entry[7]:entry[7] + entry[8]]
        return found

    def test_same_wheel_same_pack(self):
        self.assertEqual(self.convert(), self.convert())

    def test_sections(self):
        found = self.sections(self.convert())
        self.assertEqual(found["words.units"], struct.pack("<4I", 0, 1, 2, 3))
        self.assertEqual(found["endings.1.guide"], bytes(range(4)))
        self.assertEqual(found["paradigms.offsets"], struct.pack("<3I", 0, 3, 9))
        self.assertEqual(found["suffixes"].decode(), "ов")
        self.assertEqual(struct.unpack_from("<3H", found["tags.canonical"]), (0, 1, 0))
        self.assertNotIn("probabilities.guide", found)

    def test_readings(self):
        self.assertEqual(dictionary.reading(("NOUN", "anim", "sing", "gen2")), ("NOUN", "Animacy=Anim", "Case=Gen", "Number=Sing"))
        self.assertEqual(dictionary.reading(("ADJS", "Qual", "plur")), ("ADJ", "Number=Plur", "Variant=Short"))
        self.assertEqual(dictionary.reading(("PRED",)), ("X",))

    def test_refuses_a_cut_automaton(self):
        with self.assertRaises(ValueError):
            self.convert({**FILES, "words.dawg": automaton()[:-1]})


if __name__ == "__main__":
    unittest.main()
