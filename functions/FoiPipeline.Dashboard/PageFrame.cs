using System.Security.Cryptography;
using System.Text;

namespace FoiPipeline.Dashboard;

/// <summary>What all pages share: the frame, the style, and the rules under which a browser shows them. There is no script, and none would run.</summary>
public static class PageFrame
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d5dae0;--ground:#fff;--panel:#f5f7f9;--bar:#1f6f5c;--bar2:#7aa99c;--rest:#e3e8ec;--late:#a4321f;--link:#175e9c}
        @media(prefers-color-scheme:dark){:root{--ink:#e6eaee;--soft:#a3adb8;--line:#38414b;--ground:#14181d;--panel:#1c2229;--bar:#53b69c;--bar2:#356f60;--rest:#2b333c;--late:#f0907e;--link:#82bbf0}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        main,header,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2rem}
        footer{padding-top:1rem;padding-bottom:2.5rem;color:var(--soft);font-size:.9rem;margin-top:1.5rem}
        footer p{border-top:1px solid var(--line);padding-top:1rem}
        h1{font-size:1.7rem;line-height:1.25;margin:0}
        h2{font-size:1.2rem;margin:2.25rem 0 .75rem}
        p{margin:.35rem 0}
        .soft{color:var(--soft)}
        a{color:var(--link)}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem;margin:1.5rem 0 0;padding:0}
        .figure{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.1rem}
        .figure dt{font-weight:600}
        .figure dd{margin:0}
        .big{font-size:1.9rem;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
        .small{color:var(--soft);font-size:.92rem}
        svg.bar{display:block;width:100%;height:.6rem;margin:.5rem 0 .25rem;border-radius:.3rem;overflow:hidden}
        svg.bar .rest{fill:var(--rest)}
        svg.bar .part{fill:var(--bar)}
        svg.bar.second .part{fill:var(--bar2)}
        td svg.bar{margin:.4rem 0;min-width:6rem}
        .axes td svg.bar{min-width:3rem}
        .axes{display:grid;align-items:start;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:1.25rem 2rem}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:600;padding:.25rem 0 .4rem}
        th,td{text-align:left;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
        thead th{color:var(--soft);font-size:.88rem;vertical-align:bottom}
        td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        td.day{white-space:nowrap}
        td.bars{width:32%}
        tr.none th,tr.none td{color:var(--soft)}
        .axes th,.axes td{white-space:nowrap}
        .late{color:var(--late);font-weight:600}
        .by{display:flex;flex-wrap:wrap;gap:.3rem 1rem;padding:0;margin:.25rem 0 .75rem;list-style:none}
        .by [aria-current]{color:inherit;font-weight:600;text-decoration:none}
        @media(max-width:34rem){td.bars,th.bars{display:none}h1{font-size:1.35rem}}
        """;

    /// <summary>The value of the header of that name: nothing from anywhere but this one style.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <param name="title">Of the page, as text.</param>
    /// <param name="body">Everything that is seen.</param>
    /// <returns>The whole page, in UTF-8 when it is sent.</returns>
    public static string Around(string title, Html body)
    {
        var head = Html.Of($"<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{title}</title><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><link rel=\"icon\" href=\"data:,\">");

        // Not through Html, which would make text of it: the hash above is that of exactly these characters.
        return $"{head}<style>{Style}</style></head><body>{body}</body></html>\n";
    }
}
