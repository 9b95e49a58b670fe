public import Catalog

/// The value in the form that a key's reader expects; `nil` when it has another.
extension Value {
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var list: [Named]? { if case .list(let list) = self { list } else { nil } }
  public var quotes: [String]? { if case .quotes(let quotes) = self { quotes } else { nil } }
  public var dimensions: ProductDimensions? { if case .dimensions(let dimensions) = self { dimensions } else { nil } }
  public var colors: [PartColor]? { if case .colors(let colors) = self { colors } else { nil } }
  public var form: ProductForm? { if case .form(let form) = self { form } else { nil } }
  public var budget: Budget? { if case .budget(let budget) = self { budget } else { nil } }
  public var name: Named? { if case .name(let name) = self { name } else { nil } }
  public var names: [Named]? { if case .names(let names) = self { names } else { nil } }
  public var toggle: Bool? { if case .toggle(let toggle) = self { toggle } else { nil } }
  public var ratio: Ratio? { if case .ratio(let ratio) = self { ratio } else { nil } }
  public var size: PixelSize? { if case .size(let size) = self { size } else { nil } }
  public var number: Int? { if case .number(let number) = self { number } else { nil } }
  public var background: ShotBackground? { if case .background(let background) = self { background } else { nil } }
  public var palette: [HexColor]? { if case .palette(let palette) = self { palette } else { nil } }
  public var handle: Named? { if case .handle(let handle) = self { handle } else { nil } }
  public var crop: Crop? { if case .crop(let crop) = self { crop } else { nil } }
}
