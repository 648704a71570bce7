using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A personal field of a subject's own record.</summary>
/// <param name="Name">The property, with the way to it: <c>Home.Street</c>.</param>
/// <param name="Fixed">Why it is not corrected by a request; null where it is.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record CorrectableField(string Name, FixedFieldReason? Fixed = null);
