/// An unlocked product of which something shall stay as it is.
enum LockOffWithKeep: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard !subject.product.keep.isEmpty else { return [] }
    let kept = subject.product.keep.joined(separator: ", ").quoted
    return subject.effective(.lock).filter { $0.value?.toggle == false }.map { property in
      .warning(
        .lockOffWithKeep, at: property.syntax.value,
        "With 'lock: off' a model may change \(kept), which 'keep:' names; write 'lock: on'",
        fix: Fix(title: "Change to 'on'", range: property.syntax.value, replacement: "on"))
    }
  }
}
