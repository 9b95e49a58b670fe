/// An unlocked product of which something shall stay as it is.
enum LockOffWithKeep: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let kept = subject.product.keep
    guard !kept.isEmpty else { return [] }
    return subject.effective(.lock).filter { $0.value?.toggle == false }.map { property in
      .warning(
        .lockOffWithKeep, at: property.syntax.value,
        "With 'lock: off' a model may change \(kept.joined(separator: ", ").quoted), which 'keep:' names; write 'lock: on'",
        fix: Fix(title: "Change to 'on'", range: property.syntax.value, replacement: "on"))
    }
  }
}
