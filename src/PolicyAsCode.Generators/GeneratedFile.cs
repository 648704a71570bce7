namespace PolicyAsCode.Generators;

/// <summary>A file of generated code, by value: the same text is not compiled anew.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What is in it; null for no file.</param>
public sealed record GeneratedFile(string Name, string? Text);
