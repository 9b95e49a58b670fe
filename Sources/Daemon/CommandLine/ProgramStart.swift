import Platform

/// What the program does before any command.
public enum ProgramStart {
  /// A client, an editor or a terminal that closes its end is an ordinary event here, never a reason to die.
  public static func prepare() { Signals.ignoreBrokenPipes() }
}
