namespace PolicyAsCode.Analyzers.Facts;

/// <summary>What writes an object as JSON. Each heeds its own attributes only.</summary>
internal enum JsonWriter
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>System.Text.Json.</summary>
    SystemText,

    /// <summary>Newtonsoft.Json.</summary>
    Newtonsoft,
}
