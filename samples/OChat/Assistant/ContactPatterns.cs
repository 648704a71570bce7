using System.Text.RegularExpressions;

namespace OChat.Assistant;

/// <summary>What is an e-mail address, a telephone number or an address in Indonesia whoever it belongs to, told by its looks.</summary>
internal static class ContactPatterns
{
    /// <summary>What may stand between the digits of a telephone number.</summary>
    public const string BetweenDigits = @"[ .\-/()_]{0,3}";

    private const RegexOptions AnyCase = RegexOptions.Compiled | RegexOptions.IgnoreCase;

    private static readonly Regex s_mailAddress = new(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.Compiled);

    // Eight digits or more, however they are grouped; an order's number has letters before it.
    private static readonly Regex s_telephoneNumber = new($@"(?<![\w-])\(?\+?\d(?:{BetweenDigits}\d){{7,}}(?!\w)", RegexOptions.Compiled);

    // A day as it is written here or in a computer, and a price: digits that call nobody.
    private static readonly Regex s_day = new(
        @"^(?:(?:0?[1-9]|[12]\d|3[01])([/.\-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$",
        RegexOptions.Compiled);

    private static readonly Regex s_price = new(@"(?<=\b(?:rp|idr)\.?\s{0,2})[1-9]\d{0,2}(?:[.,]\d{3})+$", AnyCase);

    // From the word by which an address begins to the end of the line or the sentence: rather too much than a house that is found.
    private static readonly Regex s_street = new(
        @"(?<![\w-])(?:jl|jln|jalan|gg|gang|perum|perumahan|komplek|kompleks|dusun|dsn|desa|kampung|kp|kelurahan|kel|kecamatan|kec|kabupaten|kab|blok|rt|rw)"
        + @"(?![\w-])(?:[^\n.!?;]|\.(?!\s+(?-i:\p{Lu}))|(?<=(?<!\w)(?:\p{L}|jl|jln|jend|letjen|mayjen|brigjen|kol|let|kapt|sgt|ir|hj|kh|dr|drs|prof|st|tgk|no|nmr|gg|kec|kel|kab|kp|ds|dsn|prov|rt|rw|lt))\.)*",
        AnyCase);

    /// <summary>Where each of them is in a text, and which kind of placeholder it gets.</summary>
    public static IEnumerable<(Range Where, string Kind)> In(string text) =>
        s_mailAddress.Matches(text).Select(found => (RangeOf(found), "EMAIL"))
            .Concat(s_telephoneNumber.Matches(text).Where(found => !IsDayOrPrice(text, found)).Select(found => (RangeOf(found), "PHONE")))
            .Concat(s_street.Matches(text).Select(found => (RangeOf(found), "ADDRESS")));

    private static bool IsDayOrPrice(string text, Match found) =>
        s_day.IsMatch(found.Value) || s_price.Match(text[..(found.Index + found.Length)]) is { Success: true } price && price.Index <= found.Index;

    private static Range RangeOf(Match found) => found.Index..(found.Index + found.Value.TrimEnd().Length);
}
