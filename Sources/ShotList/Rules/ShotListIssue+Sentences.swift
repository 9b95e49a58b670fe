internal import Catalog

extension ShotListIssue {
  static func error(_ id: ID, at range: Range<Int>, _ sentence: String, fix: Fix? = nil) -> ShotListIssue {
    ShotListIssue(id: id, severity: .error, sentence: sentence, range: range, fix: fix)
  }

  static func warning(_ id: ID, at range: Range<Int>, _ sentence: String, fix: Fix? = nil) -> ShotListIssue {
    ShotListIssue(id: id, severity: .warning, sentence: sentence, range: range, fix: fix)
  }

  static func information(_ id: ID, at range: Range<Int>, _ sentence: String, fix: Fix? = nil) -> ShotListIssue {
    ShotListIssue(id: id, severity: .information, sentence: sentence, range: range, fix: fix)
  }

  /// A name that is not in a list: with the nearest as the fix, or else with the names that there are.
  static func unknown(_ id: ID, _ noun: String, _ written: Named, in names: [String], sign: String = "")
    -> ShotListIssue
  {
    let quoted = written.text.quoted
    if let nearest = Catalog.nearest(to: String(written.text.dropFirst(sign.count)), in: names) {
      let fix = Fix(title: "Change to '\(sign)\(nearest)'", range: written.range, replacement: sign + nearest)
      return error(id, at: written.range, "No \(noun) is named \(quoted); did you mean '\(sign)\(nearest)'?", fix: fix)
    }
    guard !names.isEmpty else { return error(id, at: written.range, "No \(noun) is named \(quoted); leave it out") }
    let list = names.prefix(12).map { sign + $0 }.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    return error(id, at: written.range, "No \(noun) is named \(quoted); use \(names.count > 1 ? "one of " : "")\(list)")
  }
}

extension String {
  /// In single quotes, cut to 40 characters.
  var quoted: String { utf8.count <= 40 || count <= 40 ? "'\(self)'" : "'\(prefix(40))…'" }
}

extension StylePreset {
  /// The change that puts this style in the place of the one that a shot itself names; a header's also concerns others.
  func fix(replacing style: Resolved<String>) -> Fix? {
    guard style.source == .shot, let range = style.range else { return nil }
    return Fix(title: "Change to '\(id)'", range: range, replacement: id)
  }
}
