import Catalog
import Foundation
import Testing

@testable import ShotList

/// What an editor asks about a text. The places of the expected answers are marked in the texts themselves.
struct EditingTests {
  private static let text = """
    # Bottle

    category: bottle
    color: #2F4A43 body
    channels: amazon.main
    @front = refs/front.jpg
    @label = refs/label.jpg detail

    ## hero

    style: pure-white

    @front on white, with @label.

    - no people

    ### upscale
    scale: 2

    ## detail lid

    from: @label
    crop: @label(0, 0, 10, 10)

    Close on #B98A55 bamboo, on travertine.

    """

  private static let operations = [
    StepOperation(name: "upscale", summary: "Makes it larger.", parameters: [("scale", "How much larger.")])
  ]

  private func view(_ text: String = Self.text, facts: FileFacts = FileFacts()) -> ShotListView {
    ShotListView(text, catalog: .builtIn, facts: facts, operations: Self.operations)
  }

  /// The bytes of the first place of a part, or of the one after the first place of another part.
  private func place(_ part: String, after: String = "", in text: String = Self.text) throws -> Range<Int> {
    let start = try #require(text.range(of: after.isEmpty ? part : after)).lowerBound
    let found = try #require(text[start...].range(of: part))
    let offset = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return offset..<offset + part.utf8.count
  }

  @Test func theOutlineIsTheProductWithItsReferencesShotsAndSteps() throws {
    let product = try #require(view().outline.first)

    #expect(view().outline.count == 1)
    #expect(product.name == "Bottle")
    #expect(product.children.map(\.name) == ["@front", "@label", "hero", "detail lid"])
    #expect(product.children.map(\.kind) == [.reference, .reference, .shot, .shot])
    #expect(product.children[2].children.map(\.name) == ["upscale"])
    #expect(product.children[2].detail == "pure-white")
    #expect(product.children[2].selection == (try place("## hero")))
  }

  @Test func sectionsAndCommentsFold() {
    let folds = view("<!-- a\nb -->\n\n## hero\n\nx\n\n\n## detail\n").folds

    #expect(folds.map(\.kind) == [.region, .comment, .region])
    #expect(
      folds.map { view("<!-- a\nb -->\n\n## hero\n\nx\n\n\n## detail\n").file.tree.text($0.range) } == [
        "<!-- a\nb -->", "<!-- a\nb -->", "## hero\n\nx",
      ])
  }

  @Test func referencesLinkToTheirFiles() throws {
    let links = view(facts: FileFacts(folder: "shop")).links

    #expect(links.map(\.path) == ["shop/refs/front.jpg", "shop/refs/label.jpg"])
    #expect(links[0].range == (try place("refs/front.jpg")))
  }

  @Test func aHandleIsFoundWhereverItIsUsed() throws {
    let declared = try place("label", after: "@label =")
    let view = view()
    let found = try #require(view.name(at: declared.lowerBound + 2))

    #expect(found.name == .handle("label"))
    #expect(view.places(of: found.name).map(\.isDeclaration) == [true, false, false, false])
    let renamed = try view.renaming(found.name, to: "tag").get().applied(to: Self.text)
    #expect(!renamed.contains("@label"))
    #expect(renamed.replacing("@tag", with: "@label") == Self.text)
  }

  @Test(arguments: ["", "two words", "front", "@", "a/b", String(repeating: "x", count: 65)])
  func aHandleCannotBecomeWhatIsNoHandleOrIsTaken(name: String) {
    #expect(throws: NameRefusal.self) { try view().renaming(.handle("label"), to: name).get() }
  }

  @Test func aShotIsRenamedInItsHeading() throws {
    let found = try #require(view().name(at: try place("lid").lowerBound))

    let renamed = try view().renaming(found.name, to: "the cap").get().applied(to: Self.text)

    #expect(renamed == Self.text.replacing("detail lid", with: "detail the cap"))
  }

  @Test func colorsOfValuesAndPromptsAreFound() {
    #expect(view().colors.map(\.color.text) == ["#2F4A43", "#B98A55"])
  }

  @Test func tokensSayWhatTheTextIs() throws {
    let view = view()
    let tokens = view.tokens
    let kinds = Dictionary(tokens.map { (view.file.tree.text($0.range), $0.kind) }) { first, _ in first }

    #expect(kinds["Bottle"] == .title)
    #expect(kinds["style"] == .key)
    #expect(kinds["pure-white"] == .value)
    #expect(kinds["@front"] == .handle)
    #expect(kinds["refs/front.jpg"] == .path)
    #expect(kinds["detail"] == .kind || kinds["detail"] == .role)
    #expect(kinds["hero"] == .role)
    #expect(kinds["lid"] == .shotName)
    #expect(kinds["upscale"] == .operation)
    #expect(kinds["2"] == .number)
    #expect(kinds["no people"] == .avoid)
  }

  @Test func theResolvedShotIsShownOnItsHeading() throws {
    let hover = try #require(view().hover(at: try place("hero").lowerBound))

    #expect(hover.card.markdown.contains("`style`: pure-white (the shot)"))
    #expect(hover.card.markdown.contains("`seed`: 1 (built in)"))
    #expect(!hover.card.plain.contains("`"))
  }

  @Test(arguments: [
    ("# Bottle", "", "2 shots are asked for"), ("pure-white", "style: ", "white"), ("style", "", "style"),
    ("@label", "with", "@label"),
    ("travertine", "", "surface"),
    ("amazon.main", "", "px"), ("upscale", "", "larger"), ("scale", "\nscale", "How much"),
    ("detail", ".jpg detail", "part"),
  ])
  func whatIsKnownAboutAPlaceIsShown(part: String, after: String, expected: String) throws {
    let hover = try #require(view().hover(at: try place(part, after: after).lowerBound + 1))

    #expect(hover.card.markdown.localizedStandardContains(expected), "\(hover.card.markdown)")
  }

  @Test func aMissingFileIsSaidOnItsHandle() throws {
    let facts = FileFacts { $0.hasSuffix("front.jpg") ? .missing : .found(PixelSize(width: 300, height: 200)) }

    let missing = try #require(view(facts: facts).hover(at: try place("@front").lowerBound))
    let found = try #require(view(facts: facts).hover(at: try place("@label").lowerBound))

    #expect(missing.card.lines.contains("The file does not exist"))
    #expect(found.card.lines.contains("300 × 200 px"))
  }

  @Test func whatIsDecidedElsewhereIsHintedBehindTheHeading() throws {
    let hints = view().hints

    #expect(hints.map(\.offset) == [try place("## hero").upperBound, try place("## detail lid").upperBound])
    #expect(hints[0].text.hasSuffix(" · seed 1 · studio"))
    #expect(!hints[0].text.contains("pure-white"))
  }

  @Test func whatIsComparedIsNoHint() {
    let view = ShotListView("# Mug\n\n## hero\ncompare: pure-white, golden-hour\n", catalog: .builtIn)
    #expect(view.hints.map(\.text) == ["1024 × 1024 · seed 1 · studio"])
  }

  /// The labels of what may be written where the text has `|`.
  private func labels(_ text: String) throws -> [String] {
    let place = try #require(text.firstIndex(of: "|"))
    let offset = text.utf8.distance(from: text.startIndex, to: place)
    return view(text.replacing("|", with: "")).completions(at: offset).map(\.label)
  }

  @Test func completionsFitTheirPlace() throws {
    let head = "# B\n@front = a.jpg\n@label = b.jpg\n\n"

    #expect(try labels("|").contains("category"))
    #expect(try !labels("|").contains("crop"))
    #expect(try labels(head + "## |") == Catalog.builtIn.roles.ids)
    #expect(try labels(head + "## hero\n\nst|").contains("style"))
    #expect(try labels(head + "## hero\n\nst|").contains("category") == false)
    #expect(Set(try labels(head + "## hero\n\nstyle: |")) == Set(Catalog.builtIn.styles.ids))
    #expect(try labels(head + "## hero\n\nstyle: |").first == Catalog.builtIn.roles["hero"]?.styles.first)
    #expect(try labels(head + "## hero\n\nmodel: st|").contains("studio"))
    #expect(try labels(head + "## hero\n\nlock: |") == ["on", "off"])
    #expect(try labels(head + "## hero\n\nfrom: @|") == ["@front", "@label"])
    #expect(try labels(head + "## hero\n\n@fr| on white") == ["@front", "@label"])
    #expect(try labels(head + "## hero\n\n@front on traver|").contains("travertine"))
    #expect(try labels(head + "## hero\n\nA prompt.\n\nst|").contains("style") == false)
    #expect(try labels(head + "## hero\n\nx\n\n### |") == ["upscale"])
    #expect(try labels(head + "## hero\n\nx\n\n### upscale\n|").contains("scale"))
    #expect(try labels("@front = a.jpg |") == ReferenceKind.allCases.map(\.rawValue))
    #expect(try labels("channels: amazon.main, sho|").contains("shopify.product"))
    #expect(try labels("// st|") == [])
  }

  @Test func aCompletionReplacesWhatIsBegun() throws {
    let text = "## hero\n\nstyle: pure-"
    let item = try #require(view(text).completions(at: text.utf8.count).first { $0.label == "pure-white" })

    #expect([item.change].applied(to: text) == "## hero\n\nstyle: pure-white")
  }

  @Test func theUsualFormIsFound() {
    let text =
      "#  Bottle\ncategory :bottle  \n\n\n\n@front= a.jpg\n@lid   =  b.jpg   detail\n// note\n##  hero\nstyle:x\n\n-  no people\n### upscale\nscale: 2"

    #expect(
      view(text).formatting().applied(to: text) == """
        # Bottle

        category: bottle

        @front = a.jpg
        @lid   = b.jpg detail
        // note
        ## hero

        style: x

        - no people

        ### upscale
        scale: 2

        """)
  }

  @Test func aTextInItsUsualFormStaysAsItIs() {
    for example in Corpus.examples { #expect(view(example.text).formatting() == [], "\(example.name)") }
  }

  @Test func theUsualFormMeansTheSameAndHasNoOtherForm() {
    for text in Corpus.texts where text.utf8.count < 20_000 {
      let before = view(text)
      let formatted = before.formatting().applied(to: text)
      let after = view(formatted)

      #expect(after.formatting() == [], "\(text.debugDescription)")
      #expect(after.analysis.product.references.map(\.handle) == before.analysis.product.references.map(\.handle))
      #expect(after.analysis.shots.map(\.name) == before.analysis.shots.map(\.name), "\(text.debugDescription)")
      #expect(after.analysis.shots.map(\.prompt) == before.analysis.shots.map(\.prompt), "\(text.debugDescription)")
      #expect(after.analysis.shots.map(\.size.value) == before.analysis.shots.map(\.size.value))
    }
  }

  @Test func everyPlaceOfEveryTextHasAnAnswer() {
    for text in Corpus.texts where text.utf8.count < 4_000 {
      let view = view(text)
      let bytes = 0...text.utf8.count
      let tokens = view.tokens
      #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      for offset in bytes {
        let selections = view.selections(around: offset)
        #expect(selections.last == 0..<text.utf8.count)
        #expect(
          zip(selections, selections.dropFirst()).allSatisfy {
            $1.lowerBound <= $0.lowerBound && $0.upperBound <= $1.upperBound && $0 != $1
          })
        for item in view.completions(at: offset) {
          #expect(item.change.range.lowerBound >= 0 && item.change.range.upperBound == offset)
        }
        if let hover = view.hover(at: offset) {
          #expect(hover.range.contains(offset) || hover.range.upperBound == offset)
        }
        _ = view.name(at: offset)
      }
      for fold in view.folds { #expect(bytes.contains(fold.range.upperBound)) }
    }
  }
}
