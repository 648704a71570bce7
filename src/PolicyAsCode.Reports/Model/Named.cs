namespace PolicyAsCode.Reports.Model;

/// <summary>A word of the vocabulary, or of the language: for programs, and for people.</summary>
/// <param name="Key">How policies write it.</param>
/// <param name="Label">How people call it, in the language of the report.</param>
internal readonly record struct Named(string Key, string Label);
