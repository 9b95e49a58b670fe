/// What an editor can start by name. Every code lens and every code action that is not a change of the text is one of these.
enum EditorCommand: String, CaseIterable {
  /// Makes one shot, or all when none is named.
  case generate = "kraf.generate"
  /// Makes all shots.
  case generateAll = "kraf.generateAll"
  /// Says what making all shots would do and cost.
  case plan = "kraf.plan"
  /// Writes a complete prompt where a shot has a short one; of all shots when none is named.
  case enhance = "kraf.enhance"
  /// Ranks the variants of a shot.
  case compare = "kraf.compare"
  /// Writes the set for the channels of the shot list into the folder `set` beside it.
  case export = "kraf.export"
  /// Stops what this session started.
  case cancel = "kraf.cancel"
  /// Opens the newest picture of a shot.
  case openResult = "kraf.openResult"
  /// Makes a change of the text, for editors whose code actions are commands only.
  case fix = "kraf.fix"
}
