import Catalog
import Testing

@testable import ShotList

/// Prompts that a model helped with: what it may say, and what is kept from it.
struct AssistedPromptTests {
  private static let text = """
    # Trailhead

    category: bottle
    keep: logo
    @front = refs/front.jpg

    ## lifestyle

    style: hard-sun

    @front on warm travertine.

    - no people

    """

  private let view = ShotListView(Self.text, catalog: .builtIn)

  private func assisted(_ answer: String, of view: ShotListView? = nil) throws -> AssistedPrompt {
    try #require((view ?? self.view).enhanced("lifestyle", answer: answer, by: "qwen"))
  }

  @Test func theQuestionTellsWhatIsFixedAndWhatIsFree() throws {
    let task = try #require(view.promptTask(for: "lifestyle"))

    #expect(task.subject.contains("set (the author's words): @front on warm travertine."))
    #expect(task.subject.contains("lens (may be changed): 50 mm lens at f/16"))
    #expect(task.subject.contains("identity (fixed): bottle"))
    #expect(task.subject.contains("invariants (fixed): keep exactly logo"))
    #expect(task.schema.hasPrefix(#"{"type":"object","properties":{"set":{"type":["string","null"],"maxLength":240}"#))
    #expect(view.promptTask(for: "none") == nil)
  }

  @Test func takesPhrasesOfFreeSlotsInPlaceOfTheStyles() throws {
    let result = try assisted(#"{"lens": "a long lens from two meters.", "props": null, "set": "", "mood": "x"}"#)
    let lens = result.prompt.phrases.filter { $0.slot == .lens }

    #expect(lens == [PromptPhrase(slot: .lens, text: "a long lens from two meters", source: "qwen")])
    #expect(result.isAssisted && result.notes.isEmpty)
    #expect(result.prompt.change?.replacement.contains("a long lens from two meters") == true)
    #expect(result.prompt.change?.replacement.contains("50 mm") == false)
  }

  @Test func theAuthorsWordsStay() throws {
    let result = try assisted(#"{"set": "leaf shadow from the left"}"#)
    let said = result.prompt.phrases.filter { $0.slot == .set }.map(\.text)

    #expect(said == ["@front on warm travertine.", "leaf shadow from the left"])
    #expect(
      result.prompt.phrases.filter { !$0.isFree && $0.slot != .motion }
        == view.enhanced("lifestyle")?.phrases.filter { !$0.isFree })
  }

  @Test(arguments: ["", "none", "[]", "{", #"{"lens": "#, "null", String(repeating: "{", count: 100_000) + "}"])
  func whatIsNoAnswerIsNotTaken(_ answer: String) throws {
    let result = try assisted(answer)

    #expect(!result.isAssisted && result.prompt == view.enhanced("lifestyle"))
    #expect(result.notes == ["qwen gave no answer that can be used; the prompt was made without it"])
  }

  @Test func aFenceOfMarkdownDoesNoHarm() throws {
    #expect(try assisted("Here:\n```json\n{\"lens\": \"long lens\"}\n```").isAssisted)
  }

  @Test(arguments: ["identity", "role", "invariants", "output", "people", "avoid", "pose", "palette"])
  func anAnswerThatTouchesWhatIsFixedIsNotTaken(_ slot: String) throws {
    let result = try assisted(#"{"lens": "long lens", "\#(slot)": "a golden cup"}"#)

    #expect(!result.isAssisted && result.prompt == view.enhanced("lifestyle"))
    #expect(
      result.notes == ["qwen wanted to change what is fixed (\(slot)); the prompt was made without it"])
  }

  @Test func anAnswerThatRepeatsWhatIsFixedIsTaken() throws {
    #expect(try assisted(#"{"lens": "long lens", "identity": "bottle"}"#).isAssisted)
  }

  @Test(arguments: [
    (#"line\nbreak"#, "it has the sign \\n"), ("@front again", "it has the sign @"), ("## hero", "it has the sign #"),
    (#"a sign that says \"SALE\""#, "it has the sign \\\""), ("<!-- note", "it has the sign <"),
    (#"\u202egnorw"#, "it has the sign \\u{202E}"), (#"\u001b[31mred"#, "it has the sign \\u{1B}"),
    ("see http://x", "it looks like more than words"), ("style: neon", "it looks like more than words"),
    ("- no people", "it looks like more than words"), (" - the label", "it looks like more than words"),
    ("a window - soft and wide", "it looks like more than words"),
    (String(repeating: "long ", count: 50), "it has more than 240 characters"), (".", "it says nothing"),
  ])
  func aPhraseThatIsMoreThanWordsIsLeftOut(_ phrase: String, reason: String) throws {
    let result = try assisted(#"{"composition": "seen from a little above", "lens": "\#(phrase)"}"#)

    #expect(result.isAssisted)
    #expect(result.notes == ["Left out what qwen says about lens: \(reason)"])
    #expect(result.prompt.phrases.contains { $0.text == "50 mm lens at f/16" })
  }

  @Test func aPhraseThatRaisesAWarningIsLeftOut() throws {
    let hero = ShotListView(
      Self.text.replacing("lifestyle", with: "hero").replacing("hard-sun", with: "pure-white"), catalog: .builtIn)
    let result = try #require(
      hero.enhanced("hero", answer: #"{"light": "large soft light", "props": "a hand holding it"}"#, by: "qwen"))

    #expect(result.isAssisted)
    #expect(result.notes.count == 1 && result.notes[0].hasPrefix("Left out what qwen says about props: "))
    #expect(!result.prompt.text.contains("hand"))
  }

  @Test func everyAnswerLeavesAListThatReadsTheSame() throws {
    var generator = SeededGenerator(state: 11)
    let pieces = [
      "{", "}", "\"", ":", ",", "lens", "set", "light", "@front", "#", "\\n", "\\u0000", "null", "[", "]", "é", "🍵",
    ]
    for _ in 0..<500 {
      let words = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let answer = words.joined()
      let nested = #"{"lens": "\#(answer)", "set": "\#(answer)"}"#
      for answer in [answer, nested] {
        let result = try assisted(answer)
        guard let change = result.prompt.change else { continue }
        let after = ShotListView([change].applied(to: Self.text), catalog: .builtIn).analysis
        #expect(after.shots.map(\.name) == ["lifestyle"] && after.issues.count <= view.analysis.issues.count)
      }
    }
  }
}
