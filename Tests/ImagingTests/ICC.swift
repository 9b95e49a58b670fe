import Foundation

/// ICC profiles made by hand. Source: ICC.1:2001-04 (version 2.4), sections 6.1 to 6.5.
enum ICC {
  typealias Matrix = [[Double]]

  /// The chromaticities (x, y) of red, green and blue. Sources: IEC 61966-2-1; SMPTE EG 432-1.
  static let srgb: Matrix = [[0.64, 0.33], [0.30, 0.60], [0.15, 0.06]]
  static let p3: Matrix = [[0.680, 0.320], [0.265, 0.690], [0.150, 0.060]]

  /// Light of the primaries to XYZ under D65. Source: SMPTE RP 177, section 3.3.
  static func toXYZ(_ primaries: Matrix) -> Matrix {
    let columns = primaries.map { [$0[0] / $0[1], 1, (1 - $0[0] - $0[1]) / $0[1]] }
    let matrix = (0..<3).map { row in columns.map { $0[row] } }
    let scale = times(inverse(matrix), d65)
    return matrix.map { row in zip(row, scale).map(*) }
  }

  /// A display profile with the sRGB curve.
  static func profile(_ primaries: Matrix, padding count: Int = 0) -> [UInt8] {
    let adapted = times(adaptation, toXYZ(primaries))
    var curve = type("curv") + FileParts.big(1024)
    for step in 0..<1024 {
      let value = Double(step) / 1023
      let light = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      curve += FileParts.big(Int((light * 65_535).rounded())).suffix(2)
    }
    let colorants = (0..<3).map { column in xyz(adapted.map { $0[column] }) }
    return file(
      "RGB ", padding: count,
      [
        ("wtpt", xyz(d50)), ("rXYZ", colorants[0]), ("gXYZ", colorants[1]), ("bXYZ", colorants[2]), ("rTRC", curve),
        ("gTRC", curve), ("bTRC", curve),
      ])
  }

  static func grayProfile(gamma: Int) -> [UInt8] {
    file("GRAY", [("wtpt", xyz(d50)), ("kTRC", type("curv") + FileParts.big(1) + [UInt8(gamma), 0])])
  }

  /// A PNG chunk that holds a profile.
  static func chunk(_ profile: [UInt8]) -> [UInt8] {
    FileParts.chunk("iCCP", Array("test\0\0".utf8) + FileParts.stored(profile))
  }

  private static let d65 = [0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290]
  private static let d50 = [0.9642, 1, 0.8249]

  /// D65 to D50. Source: Lam, "Metamerism and colour constancy" (1985), the Bradford transform.
  private static let adaptation: Matrix = {
    let cones: Matrix = [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
    let (old, new) = (times(cones, d65), times(cones, d50))
    let scaled = (0..<3).map { row in cones[row].map { $0 * new[row] / old[row] } }
    return times(inverse(cones), scaled)
  }()

  private static func file(_ space: String, padding: Int = 0, _ tags: [(String, [UInt8])]) -> [UInt8] {
    var (table, data): ([UInt8], [UInt8]) = (FileParts.big(tags.count), [])
    for (name, body) in tags {
      table += Array(name.utf8) + FileParts.big(128 + 4 + 12 * tags.count + data.count) + FileParts.big(body.count)
      data += body + Array(repeating: 0, count: (4 - body.count % 4) % 4)
    }
    let used = 128 + table.count + data.count
    data += Array(repeating: 0, count: max(0, padding - used))
    var header = FileParts.big(128 + table.count + data.count) + [0, 0, 0, 0, 2, 0x40, 0, 0]
    header += Array("mntr".utf8) + Array(space.utf8) + Array("XYZ ".utf8) + Array(repeating: 0, count: 12)
    header += Array("acsp".utf8) + Array(repeating: 0, count: 28) + d50.flatMap(fixed)
    return header + Array(repeating: 0, count: 128 - header.count) + table + data
  }

  private static func type(_ name: String) -> [UInt8] { Array(name.utf8) + [0, 0, 0, 0] }

  private static func xyz(_ values: [Double]) -> [UInt8] { type("XYZ ") + values.flatMap(fixed) }

  private static func fixed(_ value: Double) -> [UInt8] { FileParts.big(Int((value * 65_536).rounded())) }

  static func times(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map(*).reduce(0, +) }
  }

  static func times(_ one: Matrix, _ two: Matrix) -> Matrix {
    one.map { row in (0..<3).map { column in (0..<3).map { row[$0] * two[$0][column] }.reduce(0, +) } }
  }

  /// By cofactors.
  static func inverse(_ m: Matrix) -> Matrix {
    let cofactors = (0..<3).map { row in
      (0..<3).map { column -> Double in
        let (a, b, c, d) = ((row + 1) % 3, (row + 2) % 3, (column + 1) % 3, (column + 2) % 3)
        return m[a][c] * m[b][d] - m[a][d] * m[b][c]
      }
    }
    let determinant = zip(m[0], cofactors[0]).map(*).reduce(0, +)
    return (0..<3).map { row in (0..<3).map { cofactors[$0][row] / determinant } }
  }
}
