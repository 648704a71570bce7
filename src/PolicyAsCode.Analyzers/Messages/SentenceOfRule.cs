using System.Globalization;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Analyzers.Messages;

/// <summary>
/// A title or a description of a rule. It is told before any project is known, so that the language is the one of whoever
/// asks, an editor or a compiler, and not <c>PolicyAsCodeLanguage</c>.
/// </summary>
internal sealed class SentenceOfRule(string key) : LocalizableString
{
    private const string Indonesian = "id";

    /// <inheritdoc/>
    protected override string GetText(IFormatProvider? formatProvider) => Say.Of(key).In(
        formatProvider is CultureInfo { TwoLetterISOLanguageName: Indonesian } ? MessageLanguage.Indonesian : MessageLanguage.English);

    /// <inheritdoc/>
    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(key);

    /// <inheritdoc/>
    protected override bool AreEqual(object? other) => other is SentenceOfRule sentence && sentence.Key == key;

    private string Key => key;
}
