using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace FoiPipeline.Dashboard;

/// <summary>
/// A piece of a page. What is written between the braces of <c>Html.Of($"...")</c> is other people's text and comes out as text, whatever it holds; only what is
/// itself <see cref="Html"/> goes in as it is. There is no other way to make one.
/// </summary>
public readonly record struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html Of(Markup markup) => new(markup.ToString());

    /// <summary>One after the other.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> piece)
    {
        var all = new StringBuilder();
        foreach (var item in items)
        {
            all.Append(piece(item)._markup);
        }

        return new Html(all.ToString());
    }

    public override string ToString() => _markup ?? "";

    /// <summary>Puts <c>Html.Of($"...")</c> together.</summary>
    [InterpolatedStringHandler]
    public readonly struct Markup
    {
        private readonly StringBuilder _text;

        public Markup(int literalLength, int holes) => _text = new StringBuilder(literalLength + (holes * 16));

        /// <param name="literal">Written in our source.</param>
        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Html html) => _text.Append(html._markup);

        public override string ToString() => _text.ToString();
    }
}
