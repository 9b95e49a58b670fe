import Catalog
import Generation

/// Columns of text that line up.
enum Table {
  /// A header, a rule and the rows; columns are two blanks apart, the last is not padded.
  static func text(_ header: [String], _ rows: [[String]]) -> String {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let lines = all.map { row in
      zip(row.indices, row).map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }.joined(separator: "  ")
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  /// Milliseconds as seconds with one decimal.
  static func seconds(_ milliseconds: Int) -> String {
    let tenths = (milliseconds + 50) / 100
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `1 picture`, `3 pictures`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// A range of micro-dollars: one sum where both ends are the same.
  static func money(_ least: Int, to most: Int) -> String {
    Money.text(PriceRange(lowMicros: Int64(least), highMicros: Int64(most)))
  }

  /// Micro-dollars.
  static func money(_ micros: Int) -> String { Money.text(Int64(micros)) }
}
