# Tails and quantiles of the beta, F, chi-squared and normal distributions, computed with at least 50 digits and rounded to double. Run by hand in this folder
# and commit the output (a few minutes):
#   python3 distributions.py > distributions.exact.tsv
# mpmath gives logarithms and gammas. Its incomplete beta and gamma functions give up at large parameters, so the tails are summed here, from the series
#   I_x(a, b) = x^a (1-x)^b / (a B(a, b)) * sum (a+b)_k / (a+1)_k x^k  and  P(a, x) = x^a exp(-x) / gamma(a+1) * sum x^k / (a+1)_k
# (DLMF 8.17(ii) and 8.7.1), whose terms are all positive, in integers scaled by a power of two. A double is taken as exactly the number it is.
from fractions import Fraction
import math
import sys
import mpmath
from mpmath import exp, inf, log, loggamma, mp, mpf

DIGITS = 50
SMALLEST, LARGEST = sys.float_info.min, sys.float_info.max


def real(q):
    return mpf(q.numerator) / q.denominator


def series(above, below, x):
    """1 + sum over k >= 0 of the products of (above + j) x / (below + j), j <= k; above is None where the gamma's series has no such factor."""
    bits = mp.prec + 40
    unit = math.lcm(below.denominator, 1 if above is None else above.denominator)
    d, b = unit, int(below * unit)
    a = None if above is None else int(above * unit)
    p, q = x.numerator, x.denominator
    term = total = 1 << bits
    while term:
        term = term * p * (unit if a is None else a) // (q * b)
        total += term
        b += d
        if a is not None:
            a += d
    return mpf(total) / mpf(2) ** bits


def beta_one(a, b, x):
    y = 1 - x
    height = real(a) * log(real(x)) + real(b) * log(real(y)) + loggamma(real(a + b)) - loggamma(real(a)) - loggamma(real(b))
    return exp(height - log(real(a))) * series(a + b, a + 1, x)


def gamma_one(a, x):
    return exp(real(a) * log(real(x)) - real(x) - loggamma(real(a + 1))) * series(None, a + 1, x)


def complement(area):
    """1 - area(), with as many more digits as the difference loses."""
    before = mp.dps
    try:
        for extra in (20, 120, 420):
            mp.dps = before + extra
            rest = 1 - area()
            if rest > mpf(10) ** (10 - extra):
                return rest
        return mpf(0)
    finally:
        mp.dps = before


def beta_lower(x, a, b):
    if x > Fraction(99, 100) or x > 2 * a / (a + b) and 1 - x < Fraction(1, 2):
        return complement(lambda: beta_one(b, a, 1 - x))
    return beta_one(a, b, x)


def beta_tail(upper, x, a, b):
    return beta_lower(1 - x, b, a) if upper else beta_lower(x, a, b)


def gamma_tail(upper, x, a):
    return complement(lambda: gamma_one(a, x)) if upper else gamma_one(a, x)


def normal_tail(upper, z):
    return mpmath.erfc((z if upper else -z) / mpmath.sqrt(2)) / 2


def exactly(x):
    """The rational number that a float or an mpf is."""
    if not isinstance(x, mpf):
        return Fraction(x)
    sign, mantissa, power, _ = x._mpf_
    return Fraction(-int(mantissa) if sign else int(mantissa)) * Fraction(2) ** power


def bisect(falls_short, near, far):
    for _ in range(60):
        middle = (near + far) / 2
        near, far = (middle, far) if falls_short(middle) else (near, middle)
    return far


def phi(l):
    """e^l - 1 - l"""
    return mpmath.expm1(l) - l


def newton(upper, p, w, tail, height):
    """Solves log tail = log p in w until 30 digits stand; the derivative of the tail is height."""
    for _ in range(100):
        area = tail(w)
        if area == 0:
            raise ArithmeticError('too far')
        step = log(area / p) * area / height(w)
        w += step if upper else -step
        if abs(step) < mpf(10) ** -30:
            return w
    raise ArithmeticError(f"no quantile for {p}")


def beta_odds(upper, p, a, b):
    """The odds x / (1 - x) of a quantile. The search begins where the Chernoff bound of the tail is p."""
    n, mean = a + b, log(real(a / b))

    def bound(w):
        return real(a) * phi(log(real(n / a)) - mpmath.log1p(exp(-w))) + real(b) * phi(log(real(n / b)) - mpmath.log1p(exp(w))) < -log(p)

    def x(w):
        odds = exactly(exp(w))
        return odds / (1 + odds)

    def height(w):
        return exp(real(a) * log(real(x(w))) + real(b) * log(real(1 - x(w))) + loggamma(real(n)) - loggamma(real(a)) - loggamma(real(b)))

    w = bisect(bound, mean, mean + (1 if upper else -1) * 1000 / min(1, real(b if upper else a)))
    return exp(newton(upper, p, w, lambda w: beta_tail(upper, x(w), a, b), height))


def gamma_quantile(upper, p, a):
    mean = log(real(a))

    def bound(w):
        return real(a) * phi(w - mean) < -log(p)

    def height(w):
        return exp(real(a) * w - exp(w) - loggamma(real(a)))

    w = bisect(bound, mean, mean + 20 if upper else mean - 1000 / min(1, real(a)))
    return exp(newton(upper, p, w, lambda w: gamma_tail(upper, exactly(exp(w)), a), height))


def normal_quantile(upper, p):
    z = mpmath.sqrt(-2 * log(2 * mpf(p))) if p < 0.5 else mpf(0)

    def density(z):
        return exp(-z * z / 2) / mpmath.sqrt(2 * mpmath.pi)

    z = newton(True, p, z, lambda z: normal_tail(True, z), density)
    return z if upper else -z


def row(function, upper, argument, parameters, value):
    """Leaves out what is no normal double,"""
    if SMALLEST <= abs(value) <= LARGEST:
        print(function, "upper" if upper else "lower", repr(argument), *[repr(float(x)) for x in parameters], *[""] * (2 - len(parameters)), repr(float(value)), sep="\t")


def rounded(x):
    return float(f"{float(x):.6g}")


def out_of_range(p, slope):
    """Whether a quantile like p ** (1 / slope) is hopelessly small."""
    return -math.log(p) / slope > 1500


def deviance(x, a, b):
    """-log of a tail of the beta, but for a few units and where it is small."""
    n = a + b
    return real(a) * phi(log(real(n * x / a))) + real(b) * phi(log(real(n * (1 - x) / b)))


def beta_rows(a, b, tails, points):
    points = set(points)
    a, b = Fraction(a), Fraction(b)
    for p in tails:
        for upper in (False, True):
            if out_of_range(p, min(1, b if upper else a)):
                continue
            odds = beta_odds(upper, p, a, b)
            x = odds / (1 + odds)
            row("qbeta", upper, p, (a, b), x)
            points.add(rounded(x))
    for x in sorted(x for x in points if SMALLEST < x < 1):
        if deviance(exactly(x), a, b) > 720:
            continue
        for upper in (False, True):
            row("pbeta", upper, x, (a, b), beta_tail(upper, exactly(x), a, b))


def f_rows(df1, df2, tails, points):
    points = set(points)
    a, b = Fraction(df1) / 2, None if df2 == inf else Fraction(df2) / 2
    for p in tails:
        for upper in (False, True):
            if out_of_range(p, min(1, b or 1) if upper else min(1, a)):
                continue
            f = gamma_quantile(upper, p, a) / real(a) if b is None else beta_odds(upper, p, a, b) * real(b / a)
            row("qf", upper, p, (df1, df2), f)
            if upper and f < LARGEST:
                points.add(rounded(f))
    for f in sorted(points):
        exact = exactly(f) * a
        row("pf", True, f, (df1, df2), gamma_tail(True, exact, a) if b is None else beta_tail(True, exact / (exact + b), a, b))


def chi_rows(df, tails, points):
    points = set(points)
    a = Fraction(df) / 2
    for p in tails:
        for upper in (False, True):
            if not upper and out_of_range(p, min(1, a)):
                continue
            x = 2 * gamma_quantile(upper, p, a)
            row("qchisq", upper, p, (df,), x)
            points.add(rounded(x))
    for x in sorted(x for x in points if SMALLEST < x < max(1000, 2 * df)):
        for upper in (False, True):
            row("pchisq", upper, x, (df,), gamma_tail(upper, exactly(x) / 2, a))


TAILS = [1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-10, 1e-6, 1e-3, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5]
FEW = [1e-300, 1e-100, 1e-20, 1e-6, 1e-3, 0.025, 0.1, 0.3, 0.5]
SHAPES = [(1e-3, 1e-3), (1e-3, 2), (2, 1e-3), (1e-3, 30), (30, 1e-3), (1e-3, 1e8), (0.05, 0.3), (0.1, 1e4), (0.5, 0.5), (0.7, 12.3), (1, 1), (1, 3.5),
          (2, 3), (2.5, 17.25), (9.5, 11), (17, 1800.5), (39.9, 41.2), (41, 40.5), (45, 300), (0.5, 200), (3, 1e4), (2, 1e7), (1e7, 2), (100, 100),
          (123.4, 4567.8), (60, 1e8)]
HUGE = [(1e4, 1e6), (1e6, 1e6), (1e8, 1e3), (1e8, 1e8)]
DEGREES = [(1, 5), (1, 30), (2, 3), (3, 17.5), (4.5, 120), (10, 10), (20, 1000), (1, 1e6), (7, inf), (2.5, inf), (150, 250.5), (0.3, 0.8), (100, 1e8)]
CHI = [1e-2, 0.3, 1, 2, 3, 4.7, 10, 20, 33.3, 100, 555.5, 5000, 1e6]


def main():
    mp.dps = DIGITS
    print(f"# mpmath {mpmath.__version__}, {DIGITS} digits")
    print("function\ttail\targument\tfirst\tsecond\tvalue")
    for a, b in SHAPES:
        beta_rows(a, b, TAILS, [1e-250, 1e-12, 1e-3, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999])
    for a, b in HUGE:
        beta_rows(a, b, FEW, [])
    for df1, df2 in DEGREES:
        f_rows(df1, df2, TAILS, [1e-12, 1e-3, 0.1, 0.5, 0.9, 1.0, 1.1, 2.0, 4.0, 10.0])
    for df in CHI:
        chi_rows(df, TAILS if df < 1e5 else FEW, [1e-12, 1e-3, 0.1, 0.5, 1.0, 2.0, 3.84, 10.0, 50.0, 200.0])
    for z in (0.0, 1e-9, 0.1, 0.5, 1.0, 1.96, 3.0, 5.0, 10.0, 20.0, 37.3):
        row("pnorm", True, z, (), normal_tail(True, mpf(z)))
        row("pnorm", True, -z, (), normal_tail(True, mpf(-z)))
    for p in TAILS[:-1] + [0.49, 0.4999]:
        for upper in (False, True):
            row("qnorm", upper, p, (), normal_quantile(upper, p))


if __name__ == "__main__":
    main()
