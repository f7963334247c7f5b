"""`read | stamp | verify | register`: documents come back, and versions are kept."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, changed
from cli.inside import KEY, Call, caller
from command import ENGLISH, Ended, Run, is_plain
from stamps import END, NEVER, as_file, issued, plans, stamped, versions_of
from worddocs import docx, written

from formsvc.config import Settings
from formsvc.document import Document, Format
from formsvc.formkit.data import Data, canonical
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.profiles import Profile
from formsvc.renderers import RENDERERS
from formsvc.versions import Office, open_office

EXAMPLE = str(PLAN.folder / "example.json")
DONE, HAS_ERRORS, WRONG_CALL, UNREADABLE, REFUSED = range(5)
HEADS = [
    *("Fil", "Läge", "Beteckning", "Version"),
    *("Senaste version", "Senast", "Anmärkning"),
]


@pytest.fixture(autouse=True)
def _quickly() -> Iterator[None]:
    """Lay out no filing copy before a number is taken."""

    def copied(_kind: Kind, _document: Document, _profile: Profile) -> bytes:
        return b"%PDF-1.7 a filing copy"

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(RENDERERS, Format.PDF, copied)
        yield


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the instance folder of an installation."""
    return tmp_path_factory.mktemp("instance")


@pytest.fixture(scope="module")
def office(instance: Path) -> Office:
    """Give what the installation makes versions with."""
    return open_office(Settings(instance, "", secret_key=KEY))


@pytest.fixture
def call(tmp_path: Path, instance: Path) -> Call:
    """Give what calls a command of the installation in an empty folder."""
    return caller(tmp_path, instance)


def answered(ended: Ended, status: int = DONE) -> Any:
    """Return the JSON that a command answered with."""
    assert ended.status == status, ended.err
    return json.loads(ended.told)


def told(ended: Ended, status: int, words: str) -> str:
    """Return the one line of Swedish that a command ended with."""
    assert (ended.status, ended.told) == (status, "")
    assert words in ended.err
    assert is_plain(ended.err), ended.err
    return ended.err


def save(path: Path, data: Data) -> str:
    path.write_bytes(as_file(data))
    return path.name


# -- as people run it


def test_a_document_goes_through_its_versions(formsvc: Run, tmp_path: Path) -> None:
    for number, data in enumerate(plans("Ett", "Två", "Tre"), start=1):
        save(tmp_path / f"{number}.json", data)
    save(tmp_path / "fel.json", changed(PLAN, {"child-name": ""}))
    inside = caller(tmp_path, tmp_path / "instance")

    first = formsvc("stamp", "plan", "1.json", "-o", "v1.json")
    words = ("stamp", "plan", "2.json", "--previous", "v1.json")
    second = inside(*words, SECRET_KEY="")  # the key that the first call made
    late = formsvc("stamp", "plan", "3.json", "--previous", "v1.json")
    wrong = formsvc("stamp", "plan", "fel.json")
    verified = formsvc("verify", "v1.json", "saknas.json", "--json")

    assert (first.status, first.out, first.err) == (DONE, b"", "")
    stamp = answered(second)["stamp"]
    assert (stamp["version"], stamp["supersedes"], second.err) == (2, 1, "")
    told(late, REFUSED, "Version 2 finns redan")
    assert (wrong.status, wrong.out) == (HAS_ERRORS, b"")
    assert wrong.err.startswith("child-name: ")
    rows = answered(verified, UNREADABLE)
    assert [row["status"] for row in rows] == ["superseded", "none"]
    assert is_plain(verified.err)
    key = tmp_path / "instance" / "secret.key"
    assert key.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("call_of", [("stamp", "plan"), ("verify",), ("read",)])
def test_a_call_without_a_file_is_told(call: Call, call_of: tuple[str, ...]) -> None:
    ended = call(*call_of)

    assert (ended.status, ended.told) == (WRONG_CALL, "")
    assert not ENGLISH.search(ended.err.replace("--help", ""))


def test_without_the_register_drafts_are_made_and_read(
    formsvc: Run, tmp_path: Path
) -> None:
    beyond = {"FORMSVC_DATABASE_URL": NEVER}

    refused = formsvc("stamp", "plan", EXAMPLE, environment=beyond)
    read = formsvc("read", EXAMPLE, "--json", environment=beyond)
    written = formsvc(
        *("render", "plan", EXAMPLE, "--format", "txt", "-o", "a.txt"),
        environment=beyond,
    )

    assert (refused.status, refused.out) == (REFUSED, b"")
    assert "Registret över versioner går inte att nå" in refused.err
    assert not ENGLISH.search(refused.err)
    assert answered(read)["kind"] == "plan"
    assert written.status == DONE
    assert (tmp_path / "a.txt").stat().st_size > 1000


# -- read


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_document_is_read(call: Call, kind: Kind) -> None:
    ended = call("read", str(kind.folder / "example.json"))

    assert ended.err == ""
    assert canonical(answered(ended)) == canonical(kind.example())


def test_a_document_on_standard_input_is_read(call: Call) -> None:
    ended = call("read", "-", "--json", given=as_file(PLAN.example()))

    told = answered(ended)
    assert told.keys() == {"kind", "data", "findings", "stamp_status"}
    assert (told["kind"], told["stamp_status"]) == ("plan", "none")


def test_a_word_document_is_read_and_goes_on_from_its_stamp(
    call: Call, office: Office, tmp_path: Path
) -> None:
    [data] = plans("Skrivet i Word")
    stamp = issued(office, PLAN, data)
    later = {**stamped(data, stamp), "reason": "Ändrat i Word"}
    (tmp_path / "plan.docx").write_bytes(docx(written("plan", later)))

    read = answered(call("read", "plan.docx", "--json"))
    again = answered(call("stamp", "plan", "plan.docx"))

    assert read["stamp_status"] == "changed"
    assert read["data"]["reason"] == again["reason"] == "Ändrat i Word"
    assert again["stamp"]["reference"] == stamp.reference
    assert again["stamp"]["version"] == stamp.version + 1


def test_what_is_wrong_in_a_document_stops_no_reading(call: Call) -> None:
    data = changed(PLAN, {"child-name": "", "skostorlek": "28"})

    plain = call("read", "-", given=as_file(data))
    as_json = call("read", "-", "--json", given=as_file(data))

    assert plain.err.startswith("skostorlek: ")
    assert "skostorlek" not in answered(plain)
    fields = [one["field"] for one in answered(as_json)["findings"]]
    assert {"skostorlek", "child-name"} <= set(fields)
    assert as_json.err == ""


def test_what_is_read_may_be_stamped_and_keeps_its_stamp(
    call: Call, office: Office
) -> None:
    [data] = plans("Läst och stämplad")
    stamp = issued(office, PLAN, data)
    ended = call("read", "-", given=as_file(stamped(data, stamp)))

    again = call("stamp", "plan", "-", given=ended.out)

    assert answered(ended)["stamp"] == stamp.as_json()
    assert answered(again)["reason"] == "Läst och stämplad"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"", "Filen är tom"),
        (b"hej", "inget dokument härifrån"),
        (b"{}", "Det syns inte"),
        (b'{"a": 1, "a": 2}', "två gånger"),
        (b"{" + b" " * 8_000_000, "8 MB"),
    ],
)
def test_what_cannot_be_read_is_told(call: Call, given: bytes, words: str) -> None:
    for more in ((), ("--json",)):
        told(call("read", "-", *more, given=given), UNREADABLE, words)


# -- stamp


def test_the_data_may_come_on_standard_input(call: Call) -> None:
    [data] = plans("Från standard in")

    one, again = (call("stamp", "plan", "-", given=as_file(data)) for _ in range(2))

    assert answered(one)["stamp"]["version"] == 1
    assert one.out == again.out


def test_an_answer_is_written_to_a_file(call: Call, tmp_path: Path) -> None:
    given = as_file(plans("Till en fil")[0])

    ended = call("stamp", "plan", "-", "-o", "svar.json", given=given)
    dash = call("stamp", "plan", "-", "-o", "-", given=given)

    assert (ended.status, ended.told) == (DONE, "")
    assert (tmp_path / "svar.json").read_bytes() == dash.out
    assert [path.name for path in tmp_path.iterdir()] == ["svar.json"]


@pytest.mark.parametrize("output", ["saknas/svar.json", "mapp"])
def test_an_answer_that_could_not_be_written_is_given_again(
    call: Call, tmp_path: Path, office: Office, output: str
) -> None:
    (tmp_path / "mapp").mkdir()
    [data] = plans(f"Går inte att skriva till {output}")
    before = len(office.issuer.register.all())

    lost = call("stamp", "plan", "-", "-o", output, given=as_file(data))
    told(lost, REFUSED, "svaret blir detsamma")
    again = call("stamp", "plan", "-", "-o", "svar.json", given=as_file(data))

    assert again.status == DONE
    assert json.loads((tmp_path / "svar.json").read_bytes())["stamp"]["version"] == 1
    assert len(office.issuer.register.all()) == before + 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mapp", "svar.json"]


def previous_ones(data: Data, stamp: dict[str, Any]) -> dict[str, bytes]:
    """Return files that tell of the previous version, as people have them."""
    bare, whole = (
        json.dumps(each, ensure_ascii=False)
        for each in (stamp, {**data, "stamp": stamp})
    )
    return {
        "a document": whole.encode(),
        "a bare stamp": bare.encode(),
        "a changed document": whole.replace("Förra", "Ändrad").encode(),
        "a document from Windows": whole.encode("utf-8-sig"),
        "a bare stamp from Windows": bare.encode("utf-16"),
        "a bare stamp with a mark": bare.encode("utf-8-sig"),
        "blanks before": b"\r\n " + bare.encode(),
    }


@pytest.mark.parametrize("sort", previous_ones({}, {}))
def test_the_previous_version_may_be_a_document_or_its_stamp(
    call: Call, office: Office, tmp_path: Path, sort: str
) -> None:
    before, after = plans(f"Förra är {sort}", f"Nästa efter {sort}")
    stamp = issued(office, PLAN, before)
    (tmp_path / "förra").write_bytes(previous_ones(before, stamp.as_json())[sort])

    ended = call("stamp", "plan", "-", "--previous", "förra", given=as_file(after))

    given = answered(ended)["stamp"]
    assert (given["reference"], given["version"]) == (stamp.reference, 2)


def test_a_stamp_in_the_data_is_the_previous_one_unless_another_is_named(
    call: Call, office: Office, tmp_path: Path
) -> None:
    one, other, both = plans("Egen förra", "Annan förra", "Av båda")
    inside, named = (issued(office, PLAN, each) for each in (one, other))
    save(tmp_path / "annan.json", stamped(other, named))
    given = as_file(stamped(both, inside))

    own = call("stamp", "plan", "-", given=given)
    named_one = call("stamp", "plan", "-", "--previous", "annan.json", given=given)

    assert answered(own)["stamp"]["reference"] == inside.reference
    assert answered(named_one)["stamp"]["reference"] == named.reference


def test_an_older_version_is_gone_on_from_when_one_says_so(
    call: Call, office: Office, tmp_path: Path
) -> None:
    one, two, three = plans("Äldre ett", "Äldre två", "Äldre tre")
    older, newer = versions_of(office, PLAN, one, two)
    save(tmp_path / "v1.json", older.as_json())
    words = ("stamp", "plan", "-", "--previous", "v1.json")

    refused = call(*words, given=as_file(three))
    gone_on = call(*words, "--continue", given=as_file(three))

    told(refused, REFUSED, "Version 2 finns redan")
    assert str(newer.stamped_at.year) in refused.err
    given = answered(gone_on)["stamp"]
    assert (given["version"], given["supersedes"]) == (3, 2)
    assert given["continues"] == {
        "reference": older.reference,
        "version": 1,
        "issuer": older.issuer,
    }


def test_a_stamp_that_is_no_good_is_refused(
    call: Call, office: Office, tmp_path: Path
) -> None:
    [data] = plans("Trasig")
    stamp = issued(office, PLAN, data).as_json()
    other = issued(office, CONSENT, CONSENT.example()).as_json()
    save(tmp_path / "ändrad.json", {**stamp, "version": 3})
    save(tmp_path / "samtycke.json", other)
    save(tmp_path / "utkast.json", data)
    save(tmp_path / "ingen.json", {**data, "stamp": None})
    (tmp_path / "tom.json").write_bytes(b"")

    for name, status, words in (
        ("ändrad.json", REFUSED, "är ändrad"),
        ("samtycke.json", REFUSED, "av en annan sort"),
        ("utkast.json", UNREADABLE, "har ingen stämpel"),
        ("ingen.json", UNREADABLE, "har ingen stämpel"),
        ("tom.json", UNREADABLE, "Filen är tom"),
        ("saknas.json", UNREADABLE, "finns inte"),
    ):
        ended = call("stamp", "plan", "-", "--previous", name, given=as_file(data))
        told(ended, status, words)


def test_only_errors_stop_a_stamp(call: Call) -> None:
    warned = changed(PLAN, {"consent-valid_to": "", "reason": "Varnad"})
    wrong = changed(PLAN, {"child-name": "", "consent-valid_to": ""})
    hidden = {"guardians-0-protected_identity": "protected_registration"}
    protected = changed(PLAN, hidden)

    done = call("stamp", "plan", "-", given=as_file(warned))
    refused = call("stamp", "plan", "-", given=as_file(wrong))
    kept = call("stamp", "plan", "-", given=as_file(protected))

    assert answered(done)["stamp"]["version"] == 1
    assert "Varning: " in done.err
    assert (refused.status, refused.told) == (HAS_ERRORS, "")
    assert any(line.startswith("child-name: ") for line in refused.err.splitlines())
    assert (kept.status, kept.told) == (HAS_ERRORS, "")
    assert "guardians-0-phone: " in kept.err


def test_a_wrong_kind_is_told(call: Call) -> None:
    given = as_file(PLAN.example())

    told(call("stamp", "nope", "-", given=given), WRONG_CALL, "nope")
    told(call("stamp", "plan", "-", given=b"[]"), UNREADABLE, "objekt")


def test_the_filing_copy_is_placed_in_the_outbox(call: Call, tmp_path: Path) -> None:
    outbox = tmp_path / "ut"
    given = as_file(plans("Till arkivet")[0])

    no_folder = tmp_path / "fil"
    no_folder.write_bytes(b"")
    refused = call("stamp", "plan", "-", given=given, OUTBOX=str(no_folder / "ut"))
    told(refused, WRONG_CALL, "FORMSVC_OUTBOX")
    stamp = answered(call("stamp", "plan", "-", given=given, OUTBOX=str(outbox)))[
        "stamp"
    ]

    [copy] = outbox.iterdir()
    day = stamp["stamped_at"][:10]
    assert copy.name == f"{day}_barnets-plan_{stamp['reference']}_v01.pdf"


# -- verify


@pytest.fixture
def folder(office: Office, tmp_path: Path, instance: Path) -> dict[str, Any]:
    """Give a folder of documents, and what is to be told of each."""
    datas = [*plans("I mapp ett", "I mapp två"), changed(PLAN, END)]
    one, _two, end = versions_of(office, PLAN, *datas)
    [alone] = plans("I mapp ensam")
    only = issued(office, PLAN, alone)
    elsewhere = open_office(Settings(instance.parent / "annan", ""))
    theirs = issued(elsewhere, INVITATION, INVITATION.example())
    inner = tmp_path / "mapp" / "inre"
    inner.mkdir(parents=True)
    files = {
        "a.json": (stamped(datas[0], one), "superseded", 1, 3),
        "b.json": (stamped(datas[2], end), "closed", 3, 3),
        "c.json": (stamped(alone, only), "current", 1, 1),
        "d.JSON": (stamped({**alone, "reason": "x"}, only), "changed", 1, 1),
        "d2.docx": (stamped(alone, only), "current", 1, 1),
        "e.json": (stamped(INVITATION.example(), theirs), "foreign", 1, None),
        "inre/f.json": (alone, "none", None, None),
    }
    for name, (data, *_rest) in files.items():
        is_word = name.endswith(".docx")
        content = docx(written("plan", data)) if is_word else as_file(data)
        (tmp_path / "mapp" / name).write_bytes(content)
    for name in ("mapp/läs mig.txt", "mapp/.dold.json"):
        (tmp_path / name).write_bytes(b"{")
    return {f"mapp/{name}": tuple(rest) for name, (_data, *rest) in files.items()}


def test_each_document_of_a_folder_is_told_as_json(
    call: Call, folder: dict[str, Any]
) -> None:
    ended = call("verify", "mapp", "--json")

    rows = answered(ended)
    assert ended.err == ""
    assert rows[0].keys() == {"file", "status", "reference", "version", "latest"}
    assert {
        row["file"]: (row["status"], row["version"], row["latest"]) for row in rows
    } == folder
    assert [row["file"] for row in rows] == sorted(folder)


def test_each_document_of_a_folder_is_told_in_words(
    call: Call, folder: dict[str, Any]
) -> None:
    ended = call("verify", "mapp")

    lines = ended.told.splitlines()
    assert len(lines) == len(folder)
    assert lines[0].startswith("mapp/a.json: Ersatt av en nyare version (version 1 av ")
    assert lines[-1] == "mapp/inre/f.json: Ingen stämpel"
    assert not ENGLISH.search(ended.told)


def test_each_document_of_a_folder_is_told_to_excel(
    call: Call, folder: dict[str, Any]
) -> None:
    ended = call("verify", "mapp", "--csv")

    assert ended.status == DONE
    assert ended.out.startswith(b"\xef\xbb\xbfFil;L\xc3\xa4ge;")
    assert ended.out.endswith(b"\r\n")
    heads, *rows = csv.reader(io.StringIO(ended.told[1:], newline=""), delimiter=";")
    assert heads == HEADS
    assert [row[0] for row in rows] == sorted(folder)
    assert rows[0][1:2] + rows[0][3:6] == [
        *("Ersatt av en nyare version", "1"),
        *("3", "nej"),
    ]
    assert [bool(row[6]) for row in rows] == [
        row[1] == "Kan inte läsas" for row in rows
    ]
    assert [row[5] for row in rows] == ["nej", "ja", "ja", "nej", "ja", "nej", "nej"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_no_file_name_is_a_formula_to_excel(
    call: Call, tmp_path: Path, name: str
) -> None:
    named = f'{name};"x.json'
    (tmp_path / named).write_bytes(as_file(PLAN.example()))

    ended = call("verify", "--csv", "--", named)

    [_heads, row] = csv.reader(io.StringIO(ended.told[1:], newline=""), delimiter=";")
    assert row[0] == f"'{named}"
    assert len(row) == len(HEADS)


def test_one_answer_is_asked_for_at_a_time(call: Call) -> None:
    ended = call("verify", EXAMPLE, "--json", "--csv")

    told(ended, WRONG_CALL, "Välj ett av")


def test_a_file_on_standard_input_is_told(call: Call) -> None:
    ended = call("verify", "-", "--json", given=as_file(PLAN.example()))

    assert answered(ended) == [
        {
            "file": "-",
            "status": "none",
            "reference": None,
            "version": None,
            "latest": None,
        }
    ]


def test_what_cannot_be_read_is_told_and_the_others_too(
    call: Call, folder: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "mapp" / "z.json").write_bytes(b"hej")
    (tmp_path / "trasig.json").write_bytes(b"{")

    in_folder = call("verify", "mapp", "--json")
    named = call("verify", "trasig.json", "mapp", "--json")

    assert [row["status"] for row in answered(in_folder)][-1] == "none"
    assert in_folder.err.startswith("mapp/z.json: ")
    assert is_plain(in_folder.err)
    rows = answered(named, UNREADABLE)
    assert [row["file"] for row in rows] == [
        "trasig.json",
        *sorted(folder),
        "mapp/z.json",
    ]
    assert named.err.count("\n") == 2


def test_an_empty_folder_has_nothing_to_tell(call: Call, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()

    assert answered(call("verify", "tom", "--json")) == []
    assert call("verify", "tom").told == ""


def test_without_the_register_no_version_is_told(
    call: Call, folder: dict[str, Any]
) -> None:
    assert folder
    ended = call("verify", "mapp", "--json", DATABASE_URL=NEVER)
    unstamped = call("verify", "mapp/inre", "--json", DATABASE_URL=NEVER)
    read = call("read", "mapp/c.json", "--json", DATABASE_URL=NEVER)

    told(ended, REFUSED, "Registret")
    assert answered(unstamped)[0]["status"] == "none"
    assert answered(read)["stamp_status"] == "unknown"


def test_an_address_that_is_no_database_is_told(call: Call) -> None:
    for url in ("nope", "mysql://x", "postgresql://x:y@z:q/w"):
        ended = call("verify", "-", given=as_file(PLAN.example()), DATABASE_URL=url)
        assert (ended.status, ended.told) == (REFUSED, ""), url
        assert "FORMSVC_DATABASE_URL" in ended.err


# -- the register in one file


def test_the_register_is_copied_and_put_back(tmp_path: Path) -> None:
    call = caller(tmp_path, tmp_path / "en")
    other = caller(tmp_path, tmp_path / "annan")
    one, two, more = plans("Kopierad ett", "Kopierad två", "Senare")
    first = call("stamp", "plan", "-", "-o", "v1.json", given=as_file(one))
    assert first.status == DONE
    call("stamp", "plan", "-", "--previous", "v1.json", given=as_file(two))

    copied = call("register", "backup", "kopia")
    into_empty = other("register", "restore", "kopia")
    restored = answered(other("verify", "v1.json", "--json"))
    answered(call("stamp", "plan", "-", given=as_file(more)))
    into_fuller = call("register", "restore", "kopia")
    again = other("register", "restore", "kopia")

    assert (copied.status, copied.told) == (DONE, "Kopierade versioner: 2.\n")
    assert into_empty.told == ("Versioner i kopian: 2. Saknades och är tillbaka: 2.\n")
    assert (restored[0]["status"], restored[0]["latest"]) == ("superseded", 2)
    for ended in (into_fuller, again):
        assert ended.status == DONE
        assert ended.told.endswith("Saknades och är tillbaka: 0.\n")
    assert call("register", "backup", "ny").told == "Kopierade versioner: 3.\n"
    assert "Testberg" not in (tmp_path / "kopia").read_text(encoding="utf-8")


def test_an_empty_register_is_copied_and_put_back(tmp_path: Path) -> None:
    call = caller(tmp_path, tmp_path / "tom")

    assert call("register", "backup", "kopia").told == "Kopierade versioner: 0.\n"
    assert call("register", "restore", "kopia").status == DONE


def test_what_is_no_whole_copy_changes_nothing(
    call: Call, office: Office, tmp_path: Path
) -> None:
    issued(office, PLAN, plans("I registret")[0])
    before = office.issuer.register.all()
    call("register", "backup", "hel")
    whole = (tmp_path / "hel").read_bytes()
    (tmp_path / "halv").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "ändrad").write_bytes(whole.replace(b'"plan"', b'"plam"', 1))
    (tmp_path / "tom").write_bytes(b"")
    (tmp_path / "annan").write_bytes(as_file(PLAN.example()))

    for name in ("halv", "ändrad", "tom", "annan"):
        ended = call("register", "restore", name)
        told(ended, UNREADABLE, "ingen hel säkerhetskopia")
    told(call("register", "restore", "saknas"), UNREADABLE, "finns inte")
    assert office.issuer.register.all() == before


def test_a_register_out_of_reach_is_neither_copied_nor_put_back(
    call: Call, tmp_path: Path
) -> None:
    call("register", "backup", "kopia")

    for words in (("backup", "ny"), ("restore", "kopia")):
        ended = call("register", *words, DATABASE_URL=NEVER)
        assert (ended.status, ended.told) == (REFUSED, "")
        assert "Registret över versioner" in ended.err
    assert not (tmp_path / "ny").exists()


def test_a_copy_that_cannot_be_written_is_told(call: Call, tmp_path: Path) -> None:
    told(call("register", "backup", "saknas/kopia"), REFUSED, "mappen finns inte")
    assert list(tmp_path.iterdir()) == []


def test_a_register_without_a_command_leads_to_them(call: Call) -> None:
    told(call("register"), WRONG_CALL, "formsvc register --help")
    ended = call("register", "--help")

    assert ended.status == DONE
    assert "backup" in ended.told
    assert "restore" in ended.told
    assert "Show this" not in ended.told


# -- another child's version, and another folder's key


def test_the_version_of_another_child_is_refused(call: Call, tmp_path: Path) -> None:
    one = call("stamp", "plan", EXAMPLE)
    (tmp_path / "annans.json").write_bytes(one.out)
    born = {"child-identity_number": "20170101-2393", "child-birth_date": "2017-01-01"}
    other = changed(PLAN, born)

    ended = call(
        *("stamp", "plan", "-", "--previous", "annans.json"), given=as_file(other)
    )

    told(ended, REFUSED, "gäller ett annat barn")


def test_a_folder_without_the_key_is_told_of_and_gets_none(
    call: Call, tmp_path: Path
) -> None:
    stamped = call("stamp", "plan", EXAMPLE)
    (tmp_path / "v1.json").write_bytes(stamped.out)
    empty = tmp_path / "tom"

    for arguments in (
        ("verify", "v1.json"),
        ("render", "plan", "v1.json", "--format", "txt", "-o", "-"),
    ):
        ended = call(*arguments, INSTANCE=str(empty), SECRET_KEY="")
        assert "finns ingen nyckel" in ended.err
        assert not (empty / "secret.key").exists()
