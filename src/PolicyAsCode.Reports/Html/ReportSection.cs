using PolicyAsCode.Reports.Model;

namespace PolicyAsCode.Reports.Html;

/// <summary>A section of the page; a file each. The list of them is <see cref="ReportPage"/>'s.</summary>
/// <param name="id">Its anchor, and the name of its heading: <c>Report.Section.ID</c>.</param>
internal abstract class ReportSection(string id)
{
    /// <summary>Its anchor.</summary>
    public string Id => id;

    /// <summary>Whether there is something to show.</summary>
    public virtual bool Has(ReportedPolicy policy) => true;

    /// <summary>Writes what stands below its heading.</summary>
    public abstract void Write(ReportedPolicy policy, PageWriter page);
}
