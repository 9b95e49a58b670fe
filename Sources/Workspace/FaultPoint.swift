import Glibc
import Platform

/// A moment at which the death of the process must lose nothing: before and after each write, sync, rename, commit.
public struct FaultPoint: Sendable, Hashable, CaseIterable {
  /// What is being written.
  public enum Site: String, Sendable, CaseIterable { case object, export, commit }

  public var site: Site
  /// `begin`, then the steps of a file or of a commit.
  public var step: String

  /// `object.renamed`, `commit.end` …
  public var name: String { "\(site.rawValue).\(step)" }

  /// Every point that the code passes, made from the lists of the steps themselves.
  public static let allCases: [FaultPoint] = Site.allCases.flatMap { site in
    steps(of: site).map { FaultPoint(site: site, step: $0) }
  }

  /// The point of a moment of a commit.
  static func commit(_ step: CommitStep) -> FaultPoint { FaultPoint(site: .commit, step: step.rawValue) }

  /// The point after a step of a file's writing; nil is the moment before the first.
  static func file(_ site: Site, _ step: AtomicFile.Step?) -> FaultPoint {
    FaultPoint(site: site, step: step?.rawValue ?? "begin")
  }

  private static func steps(of site: Site) -> [String] {
    switch site {
    case .object, .export: ["begin"] + AtomicFile.Step.allCases.map(\.rawValue)
    case .commit: CommitStep.allCases.map(\.rawValue)
    }
  }
}

/// The moments of a change of the database.
enum CommitStep: String, CaseIterable {
  case begin
  /// Everything is written, nothing is committed.
  case written
  case end
}

/// Told of each fault point that the store passes. Tests end the process there.
public typealias FaultHook = @Sendable (FaultPoint) -> Void

/// Ends the process at a point named by the environment.
public enum Fault {
  /// The hook for `KRAFD_FAULT=name:n`, which ends the process with status 137, as `kill -9` would, when the point
  /// `name` is passed for the `n`th time. Nil without that variable, for one that names no point, and always in
  /// release builds.
  public static func fromEnvironment() -> FaultHook? {
    #if DEBUG
      guard let text = getenv("KRAFD_FAULT").map({ String(cString: $0) }) else { return nil }
      return hook(text)
    #else
      return nil
    #endif
  }

  /// The hook for `name:n`; nil when that names no point.
  static func hook(_ text: String) -> FaultHook? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let count = Int(parts[1]), count > 0,
      let point = FaultPoint.allCases.first(where: { $0.name == parts[0] })
    else { return nil }
    let passed = Countdown(from: count)
    return { if $0 == point && passed.hit() { _exit(137) } }
  }
}
