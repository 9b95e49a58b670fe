internal import Catalog

/// A clip of a length that its model does not make.
enum ClipLength: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.motions.compactMap { shot, words in
      guard let model = subject.models(of: shot).first(where: { $0.clipSeconds?.isEmpty == false }),
        let lengths = model.clipSeconds, let (seconds, place) = words.seconds(in: subject.tree),
        !lengths.contains(seconds)
      else { return nil }
      let taken = lengths.last { $0 < seconds } ?? lengths[0]
      return .warning(
        .clipLength, at: place,
        "'\(model.id)' makes clips of \(lengths.map(String.init).joined(separator: ", ")) s, so \(seconds) s becomes \(taken) s; write one of them",
        fix: Fix(title: "Change to \(taken) s", range: place, replacement: "\(taken) s"))
    }
  }
}

extension PromptText {
  /// The last length in seconds, up to a minute: “4 s”, “4s” or “4 seconds”. Earlier ones say when something happens.
  fileprivate func seconds(in tree: SyntaxTree) -> (seconds: Int, place: Range<Int>)? {
    for index in words.indices.reversed() where !words[index].isSilent {
      let text = tree.text(words[index].range)
      if let seconds = Int(digits: text, in: 1...60), index + 1 < words.count, words[index + 1].joint != .stop,
        Self.units.contains(words[index + 1].key)
      {
        return (seconds, bytes(index..<index + 2))
      }
      if text.hasSuffix("s"), let seconds = Int(digits: text.dropLast(), in: 1...60) {
        return (seconds, words[index].range)
      }
    }
    return nil
  }

  private static let units = Set<UInt64>(words: "s sec secs second seconds")
}
