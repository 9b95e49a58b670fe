/// One piece of a shot list: a line, or a comment of several lines.
///
/// All ranges are byte offsets in the UTF-8 text.
public struct SyntaxNode: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// `# text`: the product's name, perhaps empty.
    case title(name: Range<Int>)
    case property(PropertySyntax)
    case reference(ReferenceSyntax)
    /// `## role name`: both may be empty.
    case shot(role: Range<Int>, name: Range<Int>)
    /// `### operation`, perhaps empty.
    case step(operation: Range<Int>)
    /// A line of a prompt, with what stands out in it, from left to right.
    case prompt([PromptSpan])
    /// `- text`: what must not appear.
    case avoid(text: Range<Int>)
    /// `// text`, or `<!-- … -->` over any number of lines.
    case comment(isClosed: Bool)
    case blank
    /// Text that has no meaning where it stands.
    case unknown
  }

  public var kind: Kind

  /// Everything that belongs to the node, its line end included.
  public var range: Range<Int>

  /// The same without spaces around it, byte order mark and line end.
  public var content: Range<Int>
}

/// `key: value`.
public struct PropertySyntax: Equatable, Sendable {
  public var key: Range<Int>

  /// The place of the colon.
  public var colon: Int

  /// The value without spaces around it, perhaps empty.
  public var value: Range<Int>
}

/// `@handle = path kind`.
public struct ReferenceSyntax: Equatable, Sendable {
  /// The name without `@`.
  public var handle: Range<Int>

  /// The path without its quotes, perhaps empty.
  public var path: Range<Int>

  /// What follows the path, without spaces around it, perhaps empty.
  public var kind: Range<Int>
}

/// Something in a prompt that is more than a word.
public struct PromptSpan: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// `@name`; the range includes the sign.
    case handle
    /// `#RRGGBB`.
    case color
    /// Text in straight or curly quotes, which the range includes.
    case quoted
    /// `<!-- … -->`, which is no part of the prompt.
    case comment
  }

  public var kind: Kind
  public var range: Range<Int>
}
