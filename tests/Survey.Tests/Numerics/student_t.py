# Upper tails and upper quantiles of Student's t, computed with 60 digits by mpmath and rounded to double. Run by hand in this folder and commit the output:
#   python3 student_t.py > student_t.exact.tsv
import mpmath
from mpmath import betainc, erfc, exp, findroot, inf, isinf, log, log1p, loggamma, mp, mpf, pi, sqrt

mp.dps = 60
HALF = mpf(1) / 2


def tail(t, df):
    t = mpf(t)
    if isinf(df):
        return erfc(t / sqrt(2)) / 2
    df = mpf(df)
    if -df / 2 * log1p(t * t / df) < -800:
        return mpf(0)  # below the smallest double, as the tail is at most half of (1 + t^2/df)^(-df/2)
    return betainc(df / 2, HALF, 0, df / (df + t * t), regularized=True) / 2


def density(t, df):
    if isinf(df):
        return exp(-t * t / 2) / sqrt(2 * pi)
    df = mpf(df)
    return exp(loggamma(df / 2 + HALF) - loggamma(df / 2) - log(pi * df) / 2 - (df / 2 + HALF) * log1p(t * t / df))


def quantile(q, df):
    """Newton on the log of the tail in the log of t, from an upper bound, until 40 digits stand."""
    q = mpf(q)
    t = sqrt(-2 * log(2 * q)) if isinf(df) else sqrt(df * mpmath.expm1(-2 * log(2 * q) / df))
    for _ in range(200):
        area = tail(t, df)
        step = log(area / q) * area / (t * density(t, df))
        t *= exp(step)
        if abs(step) < mpf(10) ** -40:
            return t
    raise ArithmeticError(f"no quantile for {q}, {df}")


def text(x):
    return repr(float(x))


degrees = [0.01, 0.5, 1, 2, 2.5, 3, 5, 14, 19.9, 30, 197, 556, 5000, 123456.5, 1e6, 1e9, 1e12, inf]
points = [0.0, 1e-9, 1e-3, 0.1, 0.5, 1.0, 1.2, 1.3, 1.96, 3.0, 5.0, 10.0, 20.0, 30.0, 37.3, 100.0, 1000.0, 1e6, 1e100]
tails = [0.4999, 0.49, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0.025, 0.01, 0.005, 1e-3, 1e-4, 1e-6, 1e-10, 1e-20, 1e-50, 1e-100, 1e-200, 1e-300]

print(f"# mpmath {mpmath.__version__}, {mp.dps} digits")
print("function\targument\tdf\tvalue")
for df in degrees:
    for t in points:
        print("pt", text(t), text(df), text(tail(t, df)), sep="\t")
    for q in tails:
        print("qt", text(q), text(df), text(quantile(q, df)), sep="\t")
