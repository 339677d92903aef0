"""Builds `src/pobratim/annotate/model/` from the weights that the natasha 1.6 wheel carries.

    python tools/build_names_model.py [--check] [FOLDER]

Needs the `natasha` package (for its data files only: nothing of it is imported) and numpy. The same wheel
always gives the same arrays; `--check` builds to a temporary folder and fails where FOLDER differs.

    indexes.npy   uint8 (250001, 100)    product-quantised vectors by the numbers of `text/frequent`; the last is <unk>
    codes.npy     float32 (100, 256, 3)  the centroids that indexes.npy points to
    network.npz   slovnet's layers; batch normalisation is kept as scale and shift
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from pobratim.annotate.shape import SHAPES  # noqa: E402  (the path above comes first)
from pobratim.annotate.viterbi import TAGS  # noqa: E402
from pobratim.text.frequent.index import fingerprint  # noqa: E402

TARGET = ROOT / "src/pobratim/annotate/model"
NAVEC = "emb/navec_news_v1_1B_250K_300d_100q.tar"
SLOVNET = "model/slovnet_ner_news_v1.tar"
HEADER_BYTES = 16  # four uint32: vectors, dimensions, parts, centroids


def data_folder() -> Path:
    """Where the installed natasha keeps its models."""
    spec = importlib.util.find_spec("natasha")
    if spec is None or spec.origin is None:
        sys.exit("natasha 1.6 is not installed: pip install natasha==1.6.0")
    return Path(spec.origin).parent / "data"


def read_members(path: Path) -> dict[str, bytes]:
    """Every file of a tar by its name."""
    with tarfile.open(path) as tar:
        files = ((member.name, tar.extractfile(member)) for member in tar.getmembers())
        return {name: file.read() for name, file in files if file}


def read_words(packed: bytes) -> list[str]:
    """Navec's words by id: a count, that many uint32 frequencies, then one word a line."""
    raw = gzip.decompress(packed)
    count = int(np.frombuffer(raw, np.uint32, 1)[0])
    words = raw[4 + 4 * count :].decode().splitlines()
    assert len(words) == count
    return words


def read_arrays(members: dict[str, bytes]) -> dict[str, Any]:
    """Slovnet's model.json with every weight's description replaced by its array."""

    def fill(node: Any) -> Any:
        if isinstance(node, list):
            return [fill(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "array" in node:
            raw = members[f"arrays/{node['array']}.bin"]
            return np.frombuffer(raw, node["dtype"]).reshape(node["shape"])
        return {key: fill(value) for key, value in node.items()}

    model: dict[str, Any] = fill(json.loads(members["model.json"]))
    return model


def write_vectors(members: dict[str, bytes], folder: Path) -> list[str]:
    """indexes.npy, codes.npy; returns navec's words by id."""
    words = read_words(members["vocab.bin"])
    assert words[-2:] == ["<unk>", "<pad>"]
    packed = members["pq.bin"]
    vectors, dimensions, parts, centroids = np.frombuffer(packed, np.uint32, 4).tolist()
    split = HEADER_BYTES + vectors * parts
    indexes = np.frombuffer(packed[HEADER_BYTES:split], np.uint8).reshape(vectors, parts)
    codes = np.frombuffer(packed[split:], np.float32).reshape(parts, centroids, dimensions // parts)
    pad = codes[np.arange(parts), indexes[-1]]
    assert not pad.any(), "the padding word is expected to be zeros: sentence borders are made of zeros"

    prints = np.frombuffer(b"".join([fingerprint(word) for word in words[:-2]]), "<u8")
    order = prints.argsort()
    assert np.unique(prints).size == prints.size, "two words share a fingerprint"
    np.save(folder / "indexes.npy", indexes[np.append(order, vectors - 2)])
    np.save(folder / "codes.npy", codes)
    return words


def write_network(members: dict[str, bytes], words: list[str], folder: Path) -> None:
    """network.npz, after a check that the tables of the code agree with the model's own."""
    lines = {name: gzip.decompress(members[f"vocabs/{name}.gz"]).decode().splitlines() for name in ("word", "shape", "tag")}
    assert [lines["word"], lines["shape"], lines["tag"]] == [words, list(SHAPES), list(TAGS)]
    model = read_arrays(members)
    arrays = {"shapes": model["emb"]["shape"]["weight"]}
    for number, layer in enumerate(model["encoder"]["layers"], 1):
        norm = layer["norm"]
        scale = norm["weight"] / norm["std"]
        # (filters, inputs, taps) as torch keeps it -> (inputs, taps × filters): one matrix product gives all taps
        weight = layer["conv"]["weight"]
        arrays[f"weight{number}"] = weight.transpose(1, 2, 0).reshape(weight.shape[1], -1)
        arrays[f"bias{number}"] = layer["conv"]["bias"]
        arrays[f"scale{number}"] = scale
        arrays[f"shift{number}"] = norm["bias"] - norm["mean"] * scale
    head = model["head"]
    arrays |= {"weight4": head["proj"]["weight"], "bias4": head["proj"]["bias"], "transitions": head["crf"]["transitions"]}
    np.savez(folder / "network.npz", allow_pickle=False, **{k: np.ascontiguousarray(v, np.float32) for k, v in arrays.items()})


def build(folder: Path) -> None:
    """Writes the three files."""
    folder.mkdir(parents=True, exist_ok=True)
    data = data_folder()
    words = write_vectors(read_members(data / NAVEC), folder)
    write_network(read_members(data / SLOVNET), words, folder)


def differing(folder: Path) -> list[str]:
    """Names of the files in `folder` that hold something else than a fresh build."""
    with tempfile.TemporaryDirectory() as fresh:
        build(Path(fresh))
        return [
            file.name
            for file in sorted(Path(fresh).iterdir())
            if not (folder / file.name).exists() or held(file) != held(folder / file.name)
        ]


def held(file: Path) -> dict[str, bytes]:
    """What a file holds; of an archive its members, for its own headers differ by Python's version."""
    if file.suffix != ".npz":
        return {file.name: file.read_bytes()}
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main() -> None:
    """Builds, or compares with a fresh build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=TARGET)
    parser.add_argument("--check", action="store_true", help="build aside and compare")
    args = parser.parse_args()
    if not args.check:
        build(args.folder)
    elif different := differing(args.folder):
        sys.exit(f"{args.folder} differs from a fresh build in {', '.join(different)}")


if __name__ == "__main__":
    main()
