/// Labels of host names in other scripts, as the name system has them (RFC 3492): `президент` is `xn--d1abbgf6aiiy`.
enum Punycode {
    /// The label's ASCII form with its `xn--`; nil where a number grows too large, which no label of 63 bytes makes.
    static func label(_ scalars: [Unicode.Scalar]) -> String? {
        let basic = scalars.filter(\.isASCII)
        var out = String(String.UnicodeScalarView(basic)) + (basic.isEmpty ? "" : "-")
        var next: UInt32 = 128, delta: UInt32 = 0, bias: UInt32 = 72, done = basic.count
        while done < scalars.count {
            guard let least = scalars.lazy.map(\.value).filter({ $0 >= next }).min() else { return nil }
            let (step, overflow) = (least - next).multipliedReportingOverflow(by: UInt32(done + 1))
            guard !overflow, delta <= UInt32.max - step - UInt32(scalars.count) else { return nil }
            delta += step
            for scalar in scalars {
                if scalar.value < least { delta += 1 }
                guard scalar.value == least else { continue }
                out += digits(delta, bias: bias)
                bias = adapted(delta, count: UInt32(done + 1), first: done == basic.count)
                delta = 0
                done += 1
            }
            delta += 1
            next = least + 1
        }
        return "xn--" + out
    }

    /// A number in digits whose weights depend on the bias.
    private static func digits(_ number: UInt32, bias: UInt32) -> String {
        var rest = number, text = "", k: UInt32 = 36
        while true {
            let threshold = k <= bias ? 1 : min(26, k - bias)
            guard rest >= threshold else { return text + digit(rest) }
            text += digit(threshold + (rest - threshold) % (36 - threshold))
            rest = (rest - threshold) / (36 - threshold)
            k += 36
        }
    }

    private static func digit(_ value: UInt32) -> String {
        String(Unicode.Scalar(UInt8(value < 26 ? 97 + value : 22 + value)))
    }

    private static func adapted(_ delta: UInt32, count: UInt32, first: Bool) -> UInt32 {
        var rest = first ? delta / 700 : delta / 2, k: UInt32 = 0
        rest += rest / count
        while rest > 455 {
            rest /= 35
            k += 36
        }
        return k + 36 * rest / (rest + 38)
    }
}
