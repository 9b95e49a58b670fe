/// A name that the text declares.
public enum DeclaredName: Sendable, Hashable {
  /// A reference, without `@`.
  case handle(String)
  /// The own name of the shot whose heading begins there.
  case shot(heading: Int)
}

/// A place where a name stands.
public struct NamePlace: Sendable, Equatable {
  /// Of a handle, without `@`.
  public var range: Range<Int>
  public var isDeclaration: Bool
}

extension ShotListView {
  /// The name at a byte offset, and where it stands there.
  public func name(at offset: Int) -> (name: DeclaredName, range: Range<Int>)? {
    for (handle, place) in handlePlaces where place.range.lowerBound - 1 <= offset && offset <= place.range.upperBound {
      return (.handle(handle), place.range)
    }
    for shot in file.shots where shot.name.lowerBound <= offset && offset <= shot.name.upperBound && !shot.name.isEmpty
    {
      return (.shot(heading: shot.heading.lowerBound), shot.name)
    }
    return nil
  }

  /// Every place of a name, in the order of the text.
  public func places(of name: DeclaredName) -> [NamePlace] {
    switch name {
    case .handle(let handle): handlePlaces.filter { $0.handle == handle }.map(\.place)
    case .shot(let heading):
      file.shots.filter { $0.heading.lowerBound == heading }.map { NamePlace(range: $0.name, isDeclaration: true) }
    }
  }

  /// The changes that give a name another text; nil with a sentence where that text cannot be one.
  public func renaming(_ name: DeclaredName, to text: String) -> Result<[TextChange], NameRefusal> {
    let bare = text.hasPrefix("@") ? String(text.dropFirst()) : text
    switch name {
    case .handle(let old):
      let letters = Array(bare.utf8)
      guard !letters.isEmpty, letters.count <= 64, letters.handleEnd(in: 0..<letters.count) == letters.count else {
        return .failure(NameRefusal(sentence: "A handle is one word of letters, digits, - and _, up to 64 bytes"))
      }
      guard bare == old || reading.handles[bare] == nil else {
        return .failure(NameRefusal(sentence: "Another reference is named '@\(bare)' already; take another name"))
      }
      return .success(places(of: name).map { TextChange($0.range, bare) })
    case .shot:
      guard !text.contains(where: \.isNewline), !text.isEmpty, text.utf8.count <= 200 else {
        return .failure(NameRefusal(sentence: "A shot's name is words on one line, up to 200 bytes"))
      }
      return .success(places(of: name).map { TextChange($0.range, text) })
    }
  }

  /// Where handles stand: their declarations, `from`, `crop`, and prompts.
  private var handlePlaces: [(handle: String, place: NamePlace)] {
    var found: [(handle: String, place: NamePlace)] = []
    for reference in file.references {
      found.append((tree.text(reference.handle), NamePlace(range: reference.handle, isDeclaration: true)))
    }
    for shot in reading.shots {
      for property in shot.properties.all {
        switch property.value {
        case .handle(let named): found.append(use(named))
        case .crop(.area(let named, _, _, _, _)): found.append(use(named))
        default: break
        }
      }
      for named in shot.prompt.handles + shot.steps.flatMap(\.prompt.handles) { found.append(use(named)) }
    }
    return found.sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
  }

  /// The place of a name that is written with its `@`.
  private func use(_ named: Named) -> (handle: String, place: NamePlace) {
    (named.text, NamePlace(range: named.range.lowerBound + 1..<named.range.upperBound, isDeclaration: false))
  }
}

/// Why a name cannot be given.
public struct NameRefusal: Error, Sendable, Equatable {
  public var sentence: String
}
