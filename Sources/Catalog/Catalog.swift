/// The data that shot lists, the studio and the adapters share: roles, styles, channels, models and words.
///
/// A value: a user's own records make a new catalogue on top of the built-in one.
public struct Catalog: Sendable {
  public internal(set) var roles: Shelf<Role>
  public internal(set) var styles: Shelf<StylePreset>
  public internal(set) var channels: Shelf<Channel>
  public internal(set) var models: Shelf<ModelCard>
  public internal(set) var sheets: Shelf<VocabularySheet>

  /// The words of all sheets.
  public internal(set) var vocabulary: Vocabulary

  /// The slots that a name in `channels:` selects: the one with this name, or all below it (`meta` selects
  /// `meta.feed.square` and its siblings). Empty when there is none.
  public func channels(named name: String) -> [Channel] {
    if let channel = channels[name] { return [channel] }
    return channels.all.filter { $0.id.hasPrefix(name + ".") }
  }

  /// The model with this name, or the only one whose name ends with it after a slash.
  public func model(named name: String) -> ModelCard? {
    if let model = models[name] { return model }
    let candidates = models.all.filter { $0.id.hasSuffix("/" + name) }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// The names of one kind of record, in order.
  public func ids(of kind: RecordKind) -> [String] {
    switch kind {
    case .role: roles.ids
    case .style: styles.ids
    case .channel: channels.ids
    case .model: models.ids
    case .vocabulary: sheets.ids
    }
  }
}
