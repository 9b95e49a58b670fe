#!/usr/bin/env python3
"""Packs the extension: package.py [OUT.vsix]. The same files give the same bytes. Needs nothing but Python 3.8."""

import json
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["media", "pages", "src", "syntaxes"]
FILES = ["CHANGELOG.md", "LICENSE", "README.md", "language-configuration.json", "package.json"]
TYPES = {
    ".css": "text/css", ".html": "text/html", ".js": "application/javascript", ".json": "application/json",
    ".md": "text/markdown", ".png": "image/png", ".txt": "text/plain", ".vsixmanifest": "text/xml",
}
LIMIT = 1_000_000


def sources():
    """What an installed extension needs: its name in the package, and its bytes."""
    paths = [ROOT / name for name in FILES]
    for folder in FOLDERS:
        paths += [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        yield "extension/" + ("LICENSE.txt" if name == "LICENSE" else name), path.read_bytes()


def manifest(about):
    """The description that VS Code reads when it installs the package."""
    kept = about["extensionKind"]
    text = lambda name, value: f"    <{name}>{escape(value)}</{name}>\n"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">\n'
        "  <Metadata>\n"
        f'    <Identity Language="en-US" Id={quoteattr(about["name"])} Version={quoteattr(about["version"])} '
        f'Publisher={quoteattr(about["publisher"])}/>\n'
        + text("DisplayName", about["displayName"])
        + '    <Description xml:space="preserve">' + escape(about["description"]) + "</Description>\n"
        + text("Tags", ",".join(about["keywords"]))
        + text("Categories", ",".join(about["categories"]))
        + text("GalleryFlags", "Public")
        + "    <Properties>\n"
        f'      <Property Id="Microsoft.VisualStudio.Code.Engine" Value={quoteattr(about["engines"]["vscode"])}/>\n'
        f'      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value={quoteattr(",".join(kept))}/>\n'
        "    </Properties>\n"
        + text("License", "extension/LICENSE.txt")
        + text("Icon", "extension/" + about["icon"])
        + "  </Metadata>\n"
        '  <Installation>\n    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>\n  </Installation>\n'
        "  <Dependencies/>\n  <Assets>\n"
        + "".join(
            f'    <Asset Type="{kind}" Path={quoteattr("extension/" + path)} Addressable="true"/>\n'
            for kind, path in [
                ("Microsoft.VisualStudio.Code.Manifest", "package.json"),
                ("Microsoft.VisualStudio.Services.Content.Details", "README.md"),
                ("Microsoft.VisualStudio.Services.Content.Changelog", "CHANGELOG.md"),
                ("Microsoft.VisualStudio.Services.Content.License", "LICENSE.txt"),
                ("Microsoft.VisualStudio.Services.Icons.Default", about["icon"]),
            ])
        + "  </Assets>\n</PackageManifest>\n")


def content_types(names):
    """The media type of every kind of file inside, as the packaging format asks for."""
    suffixes = sorted({pathlib.PurePosixPath(name).suffix for name in names} | {".vsixmanifest"})
    lines = "".join(f'<Default Extension="{suffix}" ContentType="{TYPES[suffix]}"/>' for suffix in suffixes)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{lines}</Types>\n')


def main():
    about = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    files = dict(sources())
    files["extension.vsixmanifest"] = manifest(about).encode()
    files["[Content_Types].xml"] = content_types([name for name in files]).encode()
    out = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else f"{about['name']}-{about['version']}.vsix")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            package.writestr(entry, files[name])
    size = out.stat().st_size
    if size > LIMIT:
        sys.exit(f"{out} has {size} bytes; a package may have {LIMIT}")
    print(f"{out}: {len(files)} files, {size} bytes")


main()
