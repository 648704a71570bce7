namespace PolicyAsCode.Language.Text;

/// <summary>A place in a text: line and column, both counted from zero, as Roslyn's <c>LinePosition</c> does.</summary>
/// <param name="Line">The line, from zero.</param>
/// <param name="Column">The UTF-16 column, from zero.</param>
public readonly record struct TextPosition(int Line, int Column);
