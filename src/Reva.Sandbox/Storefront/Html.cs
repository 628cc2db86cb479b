using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Reva.Sandbox.Storefront;

/// <summary>Markup. Only <see cref="Of"/> and <see cref="Trusted"/> make it, so a text never becomes markup by accident.</summary>
internal readonly record struct Html(string Text)
{
    public static readonly Html Empty = new("");

    /// <summary>Markup with holes: every text in a hole is encoded, markup is taken as it is.</summary>
    public static Html Of(HtmlWriter markup) => new(markup.ToString());

    /// <summary>Markup of the merchant's own: product descriptions and pages.</summary>
    public static Html Trusted(string markup) => new(markup);

    public override string ToString() => Text;
}

/// <summary>Collects the parts of <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
internal sealed class HtmlWriter(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + formattedCount * 16);

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Html markup) => _text.Append(markup.Text);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
            _text.Append(part.Text);
    }

    public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(long number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
