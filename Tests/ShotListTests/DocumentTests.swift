import Catalog
import Foundation
import Testing

@testable import ShotList

/// `docs/shotlist.md` says what is so.
struct DocumentTests {
  let text: String

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/shotlist.md")
    text = try String(contentsOf: file, encoding: .utf8)
  }

  @Test func namesEveryKeyWithItsPlaces() {
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    for key in Key.allCases {
      let places = rows.first { $0.count > 2 && $0[0].contains("`\(key.rawValue)`") }?[1]
      let expected = [Key.Place.header: "header", .shot: "shot"].filter { key.places.contains($0.key) }.values.sorted()
      #expect(places == expected.joined(separator: ", "), "\(key.rawValue)")
    }
  }

  @Test func namesEveryRoleStyleChannelModelAndKind() {
    let catalog = Catalog.builtIn
    let names = catalog.roles.ids + catalog.styles.ids + catalog.channels.ids + catalog.models.ids
    for name in names + ReferenceKind.allCases.map(\.rawValue) {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }

  @Test func itsExampleHasNoIssues() throws {
    let parts = text.split(separator: "```", omittingEmptySubsequences: false)
    let example = try #require(parts.first { $0.hasPrefix("markdown\n") }).dropFirst("markdown\n".count)

    // It shows a part of a set, so the questions that it leaves open are told.
    #expect(ShotList.analyse(String(example), catalog: .builtIn).issues.filter { $0.id != .buyerQuestion } == [])
  }
}
