import Testing

@testable import ShotList

struct SyntaxTests {
  @Test func aTitleNamesTheProduct() {
    #expect(ShotList.parse("# Trailhead 750  \n").productName == "Trailhead 750")
    #expect(ShotList.parse("\u{FEFF}# Trailhead\r\n").productName == "Trailhead")
    #expect(ShotList.parse("#Trailhead").productName == "")
  }

  @Test func aPropertyHasAKeyAndAValueWithoutTheSpacesAround() {
    #expect(lines("ratio: 4:5") == ["property ratio|4:5"])
    #expect(lines("  ratio\t:  4:5 \r\n") == ["property ratio|4:5"])
    #expect(lines("ratio:") == ["property ratio|"])
  }

  @Test func aLineWithSpacesInItsKeyOrALinkIsNoProperty() {
    #expect(lines("## hero\nsoft light: left") == ["shot hero|", "prompt"])
    #expect(lines("## hero\nhttps://example.com") == ["shot hero|", "prompt"])
  }

  @Test func belowThePromptAPropertyIsPromptUntilTheNextHeading() {
    #expect(
      lines("## hero\nseed: 1\nsoft light\nseed: 2\n### upscale\nscale: 2")
        == ["shot hero|", "property seed|1", "prompt", "prompt", "step upscale", "property scale|2"])
  }

  @Test func aReferenceHasAHandleAPathAndAKind() {
    #expect(lines("@front = refs/front.jpg") == ["reference front|refs/front.jpg|"])
    #expect(lines("@mood=refs/mood.jpg  style ") == ["reference mood|refs/mood.jpg|style"])
    #expect(lines("@mood = \"refs/my mood.jpg\" style") == ["reference mood|refs/my mood.jpg|style"])
    #expect(lines("@été = a.jpg") == ["reference été|a.jpg|"])
  }

  @Test func aHeadingOfAShotIsARoleAndPerhapsAName() {
    #expect(lines("## lifestyle picnic in the park") == ["shot lifestyle|picnic in the park"])
    #expect(lines("##   hero") == ["shot hero|"])
    #expect(lines("##") == ["shot |"])
    #expect(lines("## hero\n##hero") == ["shot hero|", "prompt"])
  }

  @Test func aDashWithASpaceSaysWhatToAvoid() {
    #expect(lines("## hero\n- no people\n-x") == ["shot hero|", "avoid no people", "prompt"])
  }

  @Test func commentsGoToTheLineEndOrToTheirMark() {
    #expect(lines("// x: y") == ["comment // x: y"])
    #expect(lines("<!-- a\nb: c\n--> \nseed: 1") == ["comment <!-- a\nb: c\n-->", "property seed|1"])
    #expect(lines("<!-- a --> seed: 1") == ["comment <!-- a -->", "property seed|1"])
  }

  @Test func aCommentWithoutAnEndTakesItsLineAlone() {
    #expect(lines("<!-- a\nseed: 1") == ["open comment <!-- a", "property seed|1"])
  }

  @Test func textWithoutAShotHasNoMeaning() {
    #expect(lines("hello there\n- x\n### crop\n#### y") == ["unknown", "unknown", "unknown", "unknown"])
  }

  @Test func aPromptShowsItsHandlesColorsQuotesAndComments() {
    #expect(
      spans("@front's lid, #E8D9C5 wall, \"ON TRAIL\" and “OFF” <!-- later -->")
        == ["@front", "#E8D9C5", "\"ON TRAIL\"", "“OFF”", "<!-- later -->"])
    #expect(spans("(@a,@b) @日本。") == ["@a", "@b", "@日本"])
  }

  @Test func partsOfWordsAreNoSpans() {
    #expect(spans("me@example.com #12345 #1234567 #GGGGGG a#AABBCC @ \"open <!-- open") == [])
  }

  /// The lines of a text with their parts, blank ones left out.
  private func lines(_ text: String) -> [String] {
    let tree = SyntaxTree(text)
    return tree.nodes.compactMap { node in
      switch node.kind {
      case .title(let name): "title \(tree.text(name))"
      case .property(let property): "property \(tree.text(property.key))|\(tree.text(property.value))"
      case .reference(let reference):
        "reference \(tree.text(reference.handle))|\(tree.text(reference.path))|\(tree.text(reference.kind))"
      case .shot(let role, let name): "shot \(tree.text(role))|\(tree.text(name))"
      case .step(let operation): "step \(tree.text(operation))"
      case .prompt: "prompt"
      case .avoid(let words): "avoid \(tree.text(words))"
      case .comment(let isClosed): "\(isClosed ? "" : "open ")comment \(tree.text(node.content))"
      case .blank: nil
      case .unknown: "unknown"
      }
    }
  }

  /// What stands out in one line of prompt.
  private func spans(_ line: String) -> [String] {
    let tree = SyntaxTree("## hero\n" + line)
    guard case .prompt(let spans) = tree.nodes.last?.kind else { return ["no prompt"] }
    return spans.map { tree.text($0.range) }
  }
}
