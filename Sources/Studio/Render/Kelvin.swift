import Glibc

/// The color of a glowing body in linear Rec. 709, with a luminance of 1.
///
/// - Range: 1 667 to 25 000 K; beyond, the nearest end.
/// - Source: B. Kim et al., "Design of Advanced Color Temperature Control System", J. Korean Phys. Soc. 41, 2002.
func colorOfKelvin(_ kelvin: Double) -> SIMD3<Double> {
  let t = min(max(kelvin, 1_667), 25_000)
  let i = 1_000 / t
  let x =
    t < 4_000
    ? -0.2661239 * i * i * i - 0.2343589 * i * i + 0.8776956 * i + 0.179910
    : -3.0258469 * i * i * i + 2.1070379 * i * i + 0.2226347 * i + 0.240390
  let y: Double
  if t < 2_222 {
    y = -1.1063814 * x * x * x - 1.34811020 * x * x + 2.18555832 * x - 0.20219683
  } else if t < 4_000 {
    y = -0.9549476 * x * x * x - 1.37418593 * x * x + 2.09137015 * x - 0.16748867
  } else {
    y = 3.0817580 * x * x * x - 5.87338670 * x * x + 3.75112997 * x - 0.37001483
  }
  let (X, Z) = (x / y, (1 - x - y) / y)
  return SIMD3(
    max(3.2406 * X - 1.5372 - 0.4986 * Z, 0), max(-0.9689 * X + 1.8758 + 0.0415 * Z, 0),
    max(0.0557 * X - 0.2040 + 1.0570 * Z, 0))
}
