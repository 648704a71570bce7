using System.Globalization;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>A date that is written as one, and is no day of the calendar: 30 February, a thirteenth month.</summary>
internal static class ImpossibleDay
{
    private const int Length = 10; // yyyy-MM-dd

    /// <summary>Reports it; false where the text is no such date, and something else is wrong with it.</summary>
    public static bool Report(ScalarNode scalar, BindingContext context)
    {
        var text = scalar.Value;
        if (text.Length < Length || (text.Length > Length && text[Length] != 'T') || text[4] != '-' || text[7] != '-'
            || !Number(text, 0, 4, out var year) || !Number(text, 5, 2, out var month) || !Number(text, 8, 2, out var day)
            || year == 0)
            return false;
        if (month is < 1 or > 12)
            context.Report(PolicyRules.WrongValue, scalar.Range, Message.Of("Values.NoSuchMonth", text, text.Substring(5, 2)));
        else if (day < 1 || day > DateTime.DaysInMonth(year, month))
            context.Report(PolicyRules.WrongValue, scalar.Range,
                Message.Of("Values.NoSuchDay", text, text.Substring(0, 7), DateTime.DaysInMonth(year, month)));
        else
            return false;
        return true;
    }

    private static bool Number(string text, int start, int length, out int number) =>
        int.TryParse(text.Substring(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
