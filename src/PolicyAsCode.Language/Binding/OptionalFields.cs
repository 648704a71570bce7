namespace PolicyAsCode.Language.Binding;

/// <summary>Reading values that may be left out, where their default would say something.</summary>
internal static class OptionalFields
{
    /// <summary>The value behind the key; null where it is not there, or reported.</summary>
    public static T? ReadOptional<T>(this Fields fields, Key<T> key) where T : struct =>
        fields.TryRead(key, out var value) ? value : null;
}
