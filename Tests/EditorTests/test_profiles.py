"""Every language feature under the recorded capabilities of real editors, and of one that can nothing.

lsprotocol refuses an answer that does not fit the protocol's own model, and pytest-lsp what a client did not say that it can.
Run by run.sh, which sets KRAFD, PROJECT, and by MODE the way in: `bridge` (`krafd lsp --stdio` beside a daemon), `process`
(the same where no daemon can be started, so that it serves by itself), or `socket` (the daemon's own socket).
"""

import os
import pathlib
import sys

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

PROJECT = pathlib.Path(os.environ["PROJECT"])
URI = (PROJECT / "sand-mug.kraf").as_uri()
TEXT = (PROJECT / "sand-mug.kraf").read_text(encoding="utf-8").replace("# Sand Mug", "# 🍵 Sand Mug\n\nsead: 7")
DOCUMENT = lsp.TextDocumentIdentifier(uri=URI)
KRAFD = os.environ["KRAFD"]
COMMANDS = {
    "bridge": [KRAFD, "lsp", "--stdio"],
    "process": ["env", "KRAF_RUNTIME_DIR=/dev/null/run", KRAFD, "lsp", "--stdio"],
    "socket": [sys.executable, str(pathlib.Path(__file__).with_name("socket_relay.py"))],
}
PROFILES = ["neovim", "visual_studio_code", "emacs", "nothing", "utf-8", "utf-32"]


def capabilities(profile):
    if profile == "nothing":
        return lsp.ClientCapabilities()
    if profile in ("utf-8", "utf-32"):
        encodings = [lsp.PositionEncodingKind(profile)]
        return lsp.ClientCapabilities(general=lsp.GeneralClientCapabilities(position_encodings=encodings))
    return client_capabilities(profile)


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=COMMANDS[os.environ.get("MODE", "bridge")]), params=PROFILES)
async def client(request, lsp_client: LanguageClient):
    parameters = lsp.InitializeParams(capabilities=capabilities(request.param), root_uri=PROJECT.as_uri())
    reply = await lsp_client.initialize_session(parameters)
    lsp_client.encoding = reply.capabilities.position_encoding or "utf-16"
    lsp_client.pulls = reply.capabilities.diagnostic_provider is not None
    item = lsp.TextDocumentItem(uri=URI, language_id="kraf", version=1, text=TEXT)
    lsp_client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))
    yield
    await lsp_client.shutdown_session()


def place_of(part, behind=0):
    """The position of a part of the text; the parts asked for stand in lines of plain letters."""
    for number, line in enumerate(TEXT.split("\n")):
        if part in line:
            return lsp.Position(line=number, character=line.index(part) + behind)
    raise AssertionError(part)


def whole():
    return lsp.Range(start=lsp.Position(0, 0), end=lsp.Position(TEXT.count("\n"), 0))


@pytest.mark.asyncio
async def test_a_mistake_is_told_once_where_it_stands(client):
    if client.pulls:
        report = await client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(text_document=DOCUMENT))
        found = report.items
        assert URI not in client.diagnostics
    else:
        await client.wait_for_notification("textDocument/publishDiagnostics")
        found = client.diagnostics[URI]
    mistake = [one for one in found if one.code == "unknownKey"]
    assert len(mistake) == 1
    assert mistake[0].range == lsp.Range(start=place_of("sead"), end=place_of("sead", 4))


@pytest.mark.asyncio
async def test_positions_are_counted_as_agreed(client):
    width = {"utf-8": 4, "utf-16": 2, "utf-32": 1}[client.encoding]
    symbols = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(text_document=DOCUMENT))
    selection = getattr(symbols[0], "selection_range", None) or symbols[0].location.range
    if hasattr(symbols[0], "selection_range"):
        assert selection.end.character == len("# ") + width + len(" Sand Mug")
    assert symbols[0].name == "🍵 Sand Mug"


@pytest.mark.asyncio
async def test_every_question_is_answered_in_the_form_of_the_protocol(client):
    hover = await client.text_document_hover_async(
        lsp.HoverParams(text_document=DOCUMENT, position=place_of("soft-gray-studio", 2)))
    assert "Soft gray" in hover.contents.value
    completion = await client.text_document_completion_async(
        lsp.CompletionParams(text_document=DOCUMENT, position=place_of("soft-gray-studio", 4)))
    assert any(item.label == "hard-sun" for item in completion.items)
    handle = place_of("@front on", 2)
    definition = await client.text_document_definition_async(
        lsp.DefinitionParams(text_document=DOCUMENT, position=handle))
    assert len(definition) == 1
    references = await client.text_document_references_async(
        lsp.ReferenceParams(
            text_document=DOCUMENT, position=handle, context=lsp.ReferenceContext(include_declaration=True)))
    assert len(references) == 3
    assert await client.text_document_document_highlight_async(
        lsp.DocumentHighlightParams(text_document=DOCUMENT, position=handle))
    assert await client.text_document_prepare_rename_async(
        lsp.PrepareRenameParams(text_document=DOCUMENT, position=handle))
    edit = await client.text_document_rename_async(
        lsp.RenameParams(text_document=DOCUMENT, position=handle, new_name="side"))
    assert len(edit.changes[URI]) == 3
    assert await client.text_document_folding_range_async(lsp.FoldingRangeParams(text_document=DOCUMENT))
    links = await client.text_document_document_link_async(lsp.DocumentLinkParams(text_document=DOCUMENT))
    assert links[0].target == (PROJECT / "photos/mug-studio.jpg").as_uri()
    colors = await client.text_document_document_color_async(lsp.DocumentColorParams(text_document=DOCUMENT))
    assert await client.text_document_color_presentation_async(
        lsp.ColorPresentationParams(text_document=DOCUMENT, color=colors[0].color, range=colors[0].range))
    options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
    await client.text_document_formatting_async(
        lsp.DocumentFormattingParams(text_document=DOCUMENT, options=options))
    await client.text_document_range_formatting_async(
        lsp.DocumentRangeFormattingParams(text_document=DOCUMENT, range=whole(), options=options))
    tokens = await client.text_document_semantic_tokens_full_async(
        lsp.SemanticTokensParams(text_document=DOCUMENT))
    assert tokens.data and len(tokens.data) % 5 == 0
    await client.text_document_semantic_tokens_range_async(
        lsp.SemanticTokensRangeParams(text_document=DOCUMENT, range=whole()))
    assert await client.text_document_selection_range_async(
        lsp.SelectionRangeParams(text_document=DOCUMENT, positions=[handle]))
    hints = await client.text_document_inlay_hint_async(
        lsp.InlayHintParams(text_document=DOCUMENT, range=whole()))
    assert len(hints) == 2
    lenses = await client.text_document_code_lens_async(lsp.CodeLensParams(text_document=DOCUMENT))
    assert lenses
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=DOCUMENT, range=lenses[0].range, context=lsp.CodeActionContext(diagnostics=[])))
    assert actions
    assert await client.workspace_symbol_async(lsp.WorkspaceSymbolParams(query="cmpgn"))


@pytest.mark.asyncio
async def test_a_command_that_cannot_be_done_says_in_a_sentence_why(client):
    with pytest.raises(JsonRpcException, match="No key is named 'sead'; did you mean 'seed'"):
        await client.workspace_execute_command_async(lsp.ExecuteCommandParams(command="kraf.plan", arguments=[URI]))
