using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>Texts that occur nowhere else, so that wherever one turns up it is known where it came from.</summary>
internal sealed partial class Marks
{
    /// <summary>How long one is at least.</summary>
    public const int Length = 7;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private int _next;

    public string Next()
    {
        var text = new char[Length];
        var number = ++_next;
        for (var i = Length - 1; i > 1; i--, number /= Digits.Length)
            text[i] = Digits[number % Digits.Length];
        (text[0], text[1]) = ('z', 'q');
        return new(text);
    }

    /// <summary>A number that is not met by chance.</summary>
    public int NextNumber() => 700_000_000 + ++_next;

    /// <summary>A small number, for what holds no more.</summary>
    public int NextSmall() => ++_next;

    /// <summary>The marks in a text.</summary>
    public static IEnumerable<string> In(string text) => Mark().Matches(text).Select(found => found.Value);

    public override string ToString() => _next.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("zq[0-9a-z]{5}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
