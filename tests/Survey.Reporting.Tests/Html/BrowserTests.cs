using Microsoft.Playwright;
using Survey.Monitoring;
using Survey.Reporting.Tests.Made;

namespace Survey.Reporting.Tests.Html;

/// <summary>The page in a browser: Chromium, as it is installed.</summary>
public class BrowserTests
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private string _folder = "";
    private IPlaywright? _playwright;
    private IBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        if (Tools.Find(Names) is not { } chromium)
        {
            Assert.Ignore("Chromium is not installed, so the page is opened by no browser here.");
            return;
        }
        _folder = Directory.CreateTempSubdirectory("survey-page-").FullName;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_playwright is null)
            return;
        await _browser.CloseAsync();
        _playwright.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string PageOf(Language language)
    {
        string path = Path.Combine(_folder, $"{language}.html");
        if (!File.Exists(path))
            DemoReport.Of(language).Save(path);
        return new Uri(path).AbsoluteUri;
    }

    private async Task<IPage> Opened(Language language, int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light, List<string>? faults = null)
    {
        IBrowserContext context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, ColorScheme = scheme, Offline = true, ReducedMotion = ReducedMotion.Reduce });
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") faults?.Add(message.Text); };
        page.PageError += (_, error) => faults?.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith("file:", StringComparison.Ordinal)) faults?.Add($"asks for {request.Url}"); };
        await page.GotoAsync(PageOf(language));
        return page;
    }

    [Test]
    public async Task It_opens_offline_without_errors_and_asks_for_nothing([Values] Language language, [Values] bool script)
    {
        List<string> faults = [];
        IPage page = await Opened(language, script: script, faults: faults);
        Assert.That(faults, Is.Empty);
        Assert.That(await page.Locator("h1").CountAsync(), Is.EqualTo(1));
        Assert.That(await page.Locator("figure svg").CountAsync(), Is.GreaterThan(5));
    }

    [Test]
    public async Task It_does_not_scroll_sideways([Values] Language language, [Values(390, 768, 1280)] int width)
    {
        IPage page = await Opened(language, width);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public async Task Links_of_the_contents_lead_to_their_chapters()
    {
        IPage page = await Opened(Language.Chinese);
        foreach (ILocator link in await page.Locator("nav.side a").AllAsync())
        {
            await link.ClickAsync();
            string target = (await link.GetAttributeAsync("href"))!;
            Assert.That(page.Url, Does.EndWith(Uri.EscapeDataString(target[1..])).Or.EndWith(target));
            Assert.That(await page.EvaluateAsync<double>("id => document.getElementById(id).getBoundingClientRect().top", target[1..]), Is.InRange(-5, 900), target);
        }
        Assert.That(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href')).filter(h => !document.getElementById(h.slice(1)))"), Is.Empty);
    }

    [Test]
    public async Task It_passes_checks_of_accessibility([Values] Language language)
    {
        IPage page = await Opened(language);
        Assert.That(await page.EvaluateAsync<string>("document.documentElement.lang"), Is.EqualTo(language == Language.Chinese ? "zh-CN" : "en"));
        Assert.That(await page.EvaluateAsync<string[]>("""
            (() => {
              const faults = [], ids = new Set();
              for (const e of document.querySelectorAll('[id]')) { if (ids.has(e.id)) faults.push('id twice: ' + e.id); ids.add(e.id); }
              let before = 0;
              for (const h of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) { const level = +h.tagName[1]; if (level > before + 1) faults.push('heading skips: ' + h.textContent); before = level; }
              for (const t of document.querySelectorAll('table')) { if (!t.caption) faults.push('table without caption'); if (!t.querySelector('th[scope=col]')) faults.push('table without headings: ' + t.caption.textContent); }
              for (const th of document.querySelectorAll('th')) if (!th.scope) faults.push('heading without scope: ' + th.textContent);
              for (const s of document.querySelectorAll('svg')) { if (s.getAttribute('role') !== 'img') faults.push('svg without role'); for (const id of s.getAttribute('aria-labelledby').split(' ')) if (!document.getElementById(id)?.textContent) faults.push('svg without text ' + id); }
              return faults;
            })()
            """), Is.Empty);
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Texts_stand_out_from_their_ground(ColorScheme scheme)
    {
        IPage page = await Opened(Language.Chinese, scheme: scheme);
        Assert.That(await page.EvaluateAsync<string[]>("""
            (() => {
              const rgb = c => { const m = c.match(/[\d.]+/g).map(Number); return { c: m.slice(0, 3), a: m.length > 3 ? m[3] : 1 }; };
              const lum = c => { const v = c.map(x => { x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; }); return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
              const ground = e => { for (; e; e = e.parentElement) { const g = rgb(getComputedStyle(e).backgroundColor); if (g.a > .99) return g.c; } return [255, 255, 255]; };
              const low = new Set();
              for (const e of document.querySelectorAll('body *')) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || ['SCRIPT', 'STYLE', 'TITLE', 'title', 'desc'].includes(e.tagName)) continue;
                const style = getComputedStyle(e), isSvg = e instanceof SVGElement;
                const ink = rgb(isSvg ? style.fill : style.color).c, a = lum(ink), b = lum(ground(isSvg ? e.closest('figure') : e));
                const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                if (ratio < 4.5) low.add(`${ratio.toFixed(2)} ${e.tagName} ${e.textContent.slice(0, 20)}`);
              }
              return [...low];
            })()
            """), Is.Empty);
    }

    [Test]
    public async Task A_sortable_table_is_sorted_by_its_headings()
    {
        IPage page = await Opened(Language.Chinese);
        ILocator heading = page.Locator("#table-all-items th button").Nth(4);
        await heading.ClickAsync();
        double[] values = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('#table-all-items tbody tr')].map(r => +r.cells[4].querySelector('data').value)");
        Assert.That(values, Is.Ordered.Ascending);
        Assert.That(await page.Locator("#table-literacy-by-town th button").CountAsync(), Is.Zero, "towns are not ranked");
    }

    [Test]
    public async Task It_prints_with_the_notice_on_every_page([Values] Language language)
    {
        IPage page = await Opened(language);
        string path = Path.Combine(_folder, $"{language}.pdf");
        await page.PdfAsync(new() { Path = path, PreferCSSPageSize = true });
        Assert.That(new FileInfo(path).Length, Is.GreaterThan(50_000));
        string[] pages = Tools.PagesOf(path);
        Assert.That(pages, Has.Length.GreaterThan(10));
        string notice = DemoReport.Of(language).Content.Notice!.Replace(" ", "", StringComparison.Ordinal);
        Assert.That(pages.Select(text => text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)), Is.All.Contains(notice));
    }
}
