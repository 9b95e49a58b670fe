/// More shots or references than one file may have.
enum TooMany: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let shots = subject.reading.file.shots.dropFirst(ShotList.maxShots).prefix(1).map { shot in
      ShotListIssue.error(
        .tooMany, at: shot.heading,
        "A file has up to \(ShotList.maxShots) shots; this one and those below are ignored, so move them to another file"
      )
    }
    let references = subject.reading.file.references.dropFirst(ReadReference.most).prefix(1).map { reference in
      ShotListIssue.error(
        .tooMany, at: reference.handle,
        "A file has up to \(ReadReference.most) references; this one and those below are ignored")
    }
    return shots + references
  }
}
