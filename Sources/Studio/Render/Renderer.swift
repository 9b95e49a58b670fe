import CStudioKernels
import Imaging

/// Traces one size of one scene, pass by pass.
struct Renderer: Sendable {
  let scene: Scene
  let built: BuiltSet
  let tone: ToneGrid
  let detail: SetDetail?
  let canvas: Canvas
  let layout: Layout
  let workers: Workers
  let seed: UInt32
  let isReference: Bool
  private let photo: Raster?
  let pieceColors: [SIMD3<Float>]

  /// The set with this size's mapping from px to rays.
  private let set: Memory<KrafdStudioSet>

  /// Noise of a px, as a share of its color, under which a tile stops.
  private static let quiet: Float = 0.008

  init(_ job: StudioJob, built: BuiltSet, tone: ToneGrid, layout: Layout, locked: Raster, workers: Workers) {
    scene = job.scene
    seed = job.seed
    isReference = job.isReference
    photo = job.place?.image
    self.built = built
    self.tone = tone
    self.workers = workers
    self.layout = layout
    detail = job.place == nil ? SetDetail(job.scene, layout: layout, built: built) : nil
    canvas = Canvas(locked: locked, hasDetail: detail != nil)
    set = Memory(1, built.set)
    set.start.pointee.origin_x = Float(layout.originX)
    set.start.pointee.origin_y = Float(layout.originY)
    set.start.pointee.scale = Float(layout.scale)
    pieceColors = built.pieceColors
  }

  /// Meets every px with the set and paints the empty set. Comes before all passes.
  func prepare() throws(StudioError) {
    let blur = photo != nil ? nil : DepthBlur(scene, layout: layout, canvas: canvas, workers: workers)
    let depths = blur.map { _ in Memory<Float>(canvas.width * canvas.height, 0) }
    try workers.run(canvas.tiles) { tile in
      let (columns, rows) = canvas.area(tile)
      let scratch = TileScratch(
        (columns.lowerBound - 1..<columns.upperBound + 1, rows.lowerBound - 1..<rows.upperBound + 1))
      krafd_studio_guide(set.start, scratch.columns, scratch.rows, scratch.count, scratch.guides.start)
      for row in 1...rows.count {
        for column in 1...columns.count {
          let place = row * (columns.count + 2) + column
          paint(scratch, place, all: depths != nil)
          depths?.start[scratch.pixel(place, width: canvas.width)] = eyeDepth(scratch.guides.start[place])
        }
      }
    }
    FilterReach(canvas).fill()
    if let blur, let depths { try blur.apply(depths: depths) }
  }

  /// How far behind the eye's plane a px meets the set; endless where it meets nothing.
  func eyeDepth(_ guide: KrafdStudioGuide) -> Float {
    let set = self.set.start
    switch guide.thing {
    case 0: return 1e6
    case 2: return set.pointee.eye.2 - set.pointee.wall_z + Float(scene.room.distanceBehindFloor)
    case 3...: return set.pointee.eye.2 - guide.y + guide.s
    default: return set.pointee.eye.2 - max(set.pointee.floor_y - guide.s, set.pointee.wall_z)
    }
  }

  /// The eye's distance from the product's plane.
  var eyeDistance: Float { self.set.start.pointee.eye.2 }

  /// Meets every px's middle with the set.
  func meet(into guides: Memory<KrafdStudioGuide>) throws(StudioError) {
    let (set, width) = (self.set, canvas.width)
    let columns = (0..<width).map { Float($0) + 0.5 }
    try workers.run(canvas.height) { y in
      let rows = [Float](repeating: Float(y) + 0.5, count: width)
      krafd_studio_guide(set.start, columns, rows, width, guides.start + y * width)
    }
  }

  /// - Parameter all: whether px behind the product are painted too.
  private func paint(_ scratch: TileScratch, _ place: Int, all: Bool) {
    let at = scratch.pixel(place, width: canvas.width)
    let guide = scratch.guides.start[place]
    let size = canvas.width * canvas.height
    let spot = canvas.guides.start + at
    (spot[0], spot[size], spot[2 * size]) = (Float(guide.thing), guide.normal.1, guide.normal.2)
    var color: SIMD4<Float>
    if scratch.isUniform(around: place) {
      color = guide.thing >= 3 ? SIMD4(0, 0, 0, 1) : self.color(at: guide)
    } else {
      color = supersampled(column: scratch.columns[place], row: scratch.rows[place])
      // Near an edge of a piece, but not on it.
      let isWhole = guide.thing >= 3 && color.w == 1
      if !isWhole { spot[0] = -2 }
    }
    if let photo { color = SIMD4(photo.linear(at), 0) }
    let isCovered = canvas.locked.bytes[at * 4 + 3] == 255
    // No shadow reaches a wall that stands far behind the floor's end.
    if isCovered || (guide.thing == 2 && scene.room.distanceBehindFloor > 0) { spot[0] = -1 }
    if let detail, all || !isCovered, guide.thing > 0 {
      let look = detail.look(at: scratch.spot(place))
      canvas.setDetail(at, look.tone, key: look.key)
    }
    let base = canvas.base.start + at * 4
    (base[0], base[1], base[2], base[3]) = (color.x, color.y, color.z, color.w)
  }

  /// The mean of 64 points of a px in which two things meet.
  private func supersampled(column: Float, row: Float) -> SIMD4<Float> {
    let points = 0..<64
    let columns = points.map { column + (Float($0 % 8) - 3.5) / 8 }
    let rows = points.map { row + (Float($0 / 8) - 3.5) / 8 }
    var guides = [KrafdStudioGuide](repeating: KrafdStudioGuide(), count: points.count)
    krafd_studio_guide(set.start, columns, rows, points.count, &guides)
    let sum = guides.reduce(SIMD4<Float>.zero) { sum, guide in
      sum + (guide.thing >= 3 ? SIMD4(0, 0, 0, 1) : color(at: guide))
    }
    return sum / Float(points.count)
  }

  /// The empty set's color, with the wall's mirror image in a floor that has a coat.
  private func color(at guide: KrafdStudioGuide) -> SIMD4<Float> {
    var color = tone.read(x: guide.x, s: guide.s).color
    // A set is large: its fields are read where it lies.
    let set = self.set.start
    guard set.pointee.gloss > 0, set.pointee.radius <= 0, guide.thing == 1 else { return color }
    let (eye, floor, wallZ) = (set.pointee.eye, set.pointee.floor_y, set.pointee.wall_z)
    // The mirrored ray meets the wall as far above the floor as the eye's ray would have met it below.
    let depth = floor - guide.s
    let share = (depth - wallZ) / max(eye.2 - depth, 0.1)
    let x = guide.x + (guide.x - eye.0) * share
    let s = floor + (eye.1 - floor) * share - wallZ + set.pointee.wall_gap
    let wall = tone.read(x: x, s: s).color
    let light = detail?.mirrored(x: x, s: s) ?? SIMD3(1, 1, 1)
    for channel in 0..<3 { color[channel] += set.pointee.gloss * wall[channel] * light[channel] }
    return color
  }

  /// Adds samples `range` to every tile that is not quiet yet.
  func trace(_ range: Range<Int>) throws(StudioError) {
    try workers.run(canvas.tiles) { tile in
      guard canvas.counts.start[tile] == range.lowerBound, !isQuiet(tile) else { return }
      let scratch = TileScratch(canvas.area(tile))
      krafd_studio_guide(set.start, scratch.columns, scratch.rows, scratch.count, scratch.guides.start)
      trace(scratch, range)
      canvas.counts.start[tile] = Int32(range.upperBound)
    }
  }

  /// How many camera rays were followed.
  var paths: Int {
    (0..<canvas.tiles).reduce(0) { sum, tile in
      let (columns, rows) = canvas.area(tile)
      let spots = rows.flatMap { row in columns.map { canvas.guides.start[row * canvas.width + $0] } }
      let rays = spots.reduce(0) { $0 + ($1 == -1 ? 0 : $1 == -2 ? 4 : 1) }
      return sum + rays * Int(canvas.counts.start[tile])
    }
  }

  /// Px in which two things meet cannot be filtered, so they get four times the samples.
  private func trace(_ scratch: TileScratch, _ range: Range<Int>) {
    let places = (0..<scratch.count).filter { !canvas.isHidden(scratch.pixel($0, width: canvas.width)) }
    let edges = places.filter { canvas.guides.start[scratch.pixel($0, width: canvas.width)] == -2 }
    let plain = places.filter { canvas.guides.start[scratch.pixel($0, width: canvas.width)] != -2 }
    trace(scratch, plain, range, share: 1)
    trace(scratch, edges, range.lowerBound * 4..<range.upperBound * 4, share: 0.25)
  }

  private func trace(_ scratch: TileScratch, _ places: [Int], _ range: Range<Int>, share: Float) {
    guard !places.isEmpty else { return }
    let count = places.count
    let pixels = Memory<Int32>(2 * count, 0)
    let (bases, inverses, sums) = (
      Memory<Float>(4 * count, 0), Memory<Float>(4 * count, 0), Memory<Float>(4 * count, 0)
    )
    for (order, place) in places.enumerated() {
      let at = scratch.pixel(place, width: canvas.width)
      let guide = scratch.guides.start + place
      let read = tone.read(x: guide.pointee.x, s: guide.pointee.s)
      let color = photo.map { SIMD4($0.linear(at), 0) } ?? read.color
      pixels.start[2 * order] = Int32(at % canvas.width)
      pixels.start[2 * order + 1] = Int32(at / canvas.width)
      for channel in 0..<3 {
        bases.start[4 * order + channel] = color[channel]
        inverses.start[4 * order + channel] = read.inverse[channel]
      }
    }
    krafd_studio_trace(
      set.start, pixels.start, count, bases.start, inverses.start, seed, UInt32(range.lowerBound), UInt32(range.count),
      sums.start)
    for (order, place) in places.enumerated() {
      let at = scratch.pixel(place, width: canvas.width) * 4
      for channel in 0..<4 { canvas.sums.start[at + channel] += sums.start[order * 4 + channel] * share }
    }
  }

  /// Whether the mean error of a tile's px is below what the filter and the eye forgive.
  private func isQuiet(_ tile: Int) -> Bool {
    let count = Float(canvas.counts.start[tile])
    guard count >= 8, !isReference else { return false }
    let (columns, rows) = canvas.area(tile)
    var (sum, pixels) = (Float(0), Float(0))
    for y in rows {
      for x in columns {
        let at = y * canvas.width + x
        guard !canvas.isHidden(at) else { continue }
        let spot = canvas.sums.start + at * 4
        let mean = luminance(SIMD3(spot[0], spot[1], spot[2])) / count
        sum += max(spot[3] / count - mean * mean, 0) / count
        pixels += 1
      }
    }
    return pixels == 0 || (sum / pixels).squareRoot() < Self.quiet
  }
}

/// The px of one tile in the kernels' form.
final class TileScratch {
  // A class so that the guides are filled in place.
  let columns: [Float]
  let rows: [Float]
  let guides: Memory<KrafdStudioGuide>
  private let area: (columns: Range<Int>, rows: Range<Int>)

  var count: Int { columns.count }

  init(_ area: (columns: Range<Int>, rows: Range<Int>)) {
    self.area = area
    columns = area.rows.flatMap { _ in area.columns.map { Float($0) + 0.5 } }
    rows = area.rows.flatMap { row in area.columns.map { _ in Float(row) + 0.5 } }
    guides = Memory(columns.count, KrafdStudioGuide())
  }

  /// The number of a px in the picture.
  func pixel(_ place: Int, width: Int) -> Int {
    (area.rows.lowerBound + place / area.columns.count) * width + area.columns.lowerBound + place % area.columns.count
  }

  /// Where a px that is not at the area's border meets the set.
  func spot(_ place: Int) -> SetDetail.Spot {
    let wide = area.columns.count
    let here = guides.start[place]
    func step(_ by: Int, _ value: (KrafdStudioGuide) -> Float) -> Float {
      var most: Float = 0
      for near in stride(from: place - by, through: place + by, by: 2 * by) where guides.start[near].thing == here.thing
      {
        most = max(most, abs(value(guides.start[near]) - value(here)))
      }
      return most
    }
    return SetDetail.Spot(
      x: here.x, s: here.s, across: step(1) { $0.x }, along: step(wide) { $0.s },
      normal: SIMD3(here.normal.0, here.normal.1, here.normal.2), height: here.y, thing: Int(here.thing))
  }

  /// Whether a px that is not at the area's border meets the same thing as its eight neighbours.
  func isUniform(around place: Int) -> Bool {
    let wide = area.columns.count
    let thing = guides.start[place].thing
    for middle in stride(from: place - wide, through: place + wide, by: wide) {
      for near in middle - 1...middle + 1 where guides.start[near].thing != thing { return false }
    }
    return true
  }
}

extension Raster {
  /// The linear color of the px of that number.
  fileprivate func linear(_ at: Int) -> SIMD3<Float> {
    SIMD3(Tone.linear(bytes[at * 4]), Tone.linear(bytes[at * 4 + 1]), Tone.linear(bytes[at * 4 + 2]))
  }
}
