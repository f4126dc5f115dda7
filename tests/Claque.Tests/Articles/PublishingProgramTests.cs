using Claque.Articles;
using Claque.Articles.Extraction;

namespace Claque.Tests.Articles;

/// <summary>Invented pages laid out as common publishing programs lay them out.</summary>
public sealed class PublishingProgramTests
{
    private static readonly string Article = $"{Pages.First}\n\n{Pages.Second}\n\n{Pages.Third}";

    [Fact]
    public void A_page_of_WordPress() => Text($"""
        <div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">Harbour News</a></p>
        <ul id="menu-top"><li class="menu-item"><a href="/sport">Sport</a></li></ul></header>
        <div id="content" class="site-content"><main id="main"><article id="post-91" class="post type-post category-harbour tag-pier has-post-thumbnail hentry">
        <header class="entry-header"><h1 class="entry-title">Council closes the old ferry pier</h1><div class="entry-meta"><span class="posted-on"><time datetime="2024-05-03">3 May 2024</time></span> <span class="byline">by <a href="/ana">Ana Maru</a></span></div></header>
        <div class="entry-content"><div id="attachment_9" class="wp-caption alignnone"><img src="p.jpg"><p class="wp-caption-text">The pier at low tide.</p></div>
        <p>{Pages.First}</p><p>{Pages.Second}</p><p>{Pages.Third}</p>
        <div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Email</a></li></ul></div>
        <div id="jp-relatedposts"><h3>Related</h3><p><a href="/2">Mill sold in Velm</a> After long talks the council agreed to a price that nobody had expected to see.</p></div></div>
        <footer class="entry-footer"><span class="cat-links">Posted in <a href="/h">Harbour</a></span></footer></article>
        <nav class="navigation post-navigation"><a href="/1">Previous: Fish prices rise for the third month</a></nav>
        <div id="comments" class="comments-area"><h2>2 thoughts on “Council closes the old ferry pier”</h2><ol><li class="comment"><p>I have lived here for thirty years and always knew that this pier would come down one day.</p></li></ol></div></main></div>
        <aside id="secondary" class="widget-area"><section class="widget"><h2>Recent posts</h2><ul><li><a href="/2">Mill sold in Velm</a></li></ul></section></aside></div>
        """).ShouldBe(Article);

    [Fact]
    public void A_page_laid_out_with_tables() => Text($"""
        <center><table width="780"><tr><td colspan="3"><font size="5">HARBOUR NEWS</font></td></tr>
        <tr><td width="120" bgcolor="#eeeeee"><font size="2"><a href="/">Home</a><br><a href="/sport">Sport</a><br><a href="/mail">Write to us</a></font></td>
        <td><table><tr><td><font size="4"><b>Council closes the old ferry pier</b></font><br><font size="1">By Ana Maru</font><br><br>
        {Pages.First}<br><br>{Pages.Second}<br><br>{Pages.Third}<br><br></td></tr></table></td>
        <td width="140"><font size="2"><b>Also today</b><br><a href="/2">Mill sold in Velm</a><br><a href="/3">Fish prices rise for the third month</a></font></td></tr>
        <tr><td colspan="3" align="center"><font size="1">Copyright 2004 Harbour News. All rights reserved.</font></td></tr></table></center>
        """).ShouldBe(Article);

    [Fact]
    public void A_page_of_Blogger() => Text($"""
        <div class="main-outer"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>Friday, 3 May 2024</span></h2>
        <div class="date-posts"><div class="post-outer"><div class="post hentry uncustomized-post-template"><h3 class="post-title entry-title">Council closes the old ferry pier</h3>
        <div class="post-body entry-content" id="post-body-1">{Pages.First}<br><br><div>{Pages.Second}</div><br>{Pages.Third}<div style="clear: both;"></div></div>
        <div class="post-footer"><span class="post-author vcard">Posted by Ana Maru</span> <span class="post-timestamp">at <a href="/p">08:00</a></span></div></div></div></div></div></div>
        <div class="comments" id="comments"><h4>1 comment:</h4><div class="comment-block"><p class="comment-content">I have lived here for thirty years and always knew that this pier would come down one day.</p></div></div></div>
        <div class="sidebar"><div class="widget Profile"><h2>About me</h2><p>Ana Maru has written about the harbour of Ostrel, its boats, its market and its people for ten years.</p></div></div></div>
        """).ShouldBe(Article);

    [Fact]
    public void A_page_of_Drupal() => Text($"""
        <div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><div class="region region-header"><a href="/">Harbour News</a></div></header>
        <div class="region region-breadcrumb"><nav role="navigation"><ol><li><a href="/">Home</a></li></ol></nav></div>
        <main role="main"><div class="layout-content"><div class="region region-content"><div class="block block-core block-page-title-block"><h1><span class="field field--name-title">Council closes the old ferry pier</span></h1></div>
        <div class="block block-system block-system-main-block"><article class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Submitted by <span>ana</span> on <span>Fri, 05/03/2024 - 08:00</span></div></footer>
        <div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item"><p>{Pages.First}</p><p>{Pages.Second}</p><p>{Pages.Third}</p></div>
        <div class="field field--name-field-tags"><div class="field__label">Tags</div><div><a href="/t/1">harbour</a></div></div></div></article></div>
        <div class="views-element-container block block-views"><h2>More news</h2><div class="views-row"><h3><a href="/2">Mill sold in Velm</a></h3><p>After long talks the council agreed to a price that nobody in the town had expected to see this year.</p></div></div></div></div></main></div></div>
        """).ShouldBe(Article);

    [Fact]
    public void A_page_written_from_right_to_left()
    {
        const string title = "شورای بندر اسکله قدیمی را بست";
        string[] text =
        [
            "شورای بندر استرل روز سه‌شنبه رأی داد که اسکله قدیمی کشتی‌ها بسته شود، زیرا گزارشی نشان داد که پایه‌های آن پوسیده است و دیگر امن نیست.",
            "عضو شورا، که در ماه مارس این گزارش را خواسته بود، گفت: «چاره‌ای نداشتیم. اسکله در توفان بعدی فرو می‌ریخت و بازار هم با آن از میان می‌رفت.»",
            "شرکت کشتیرانی دو سال پیش قایق‌های خود را به اسکله جنوبی برد، و سخنگوی آن گفت که به رأی شورا اعتراض نخواهد کرد.",
        ];
        var html = $"""
            <html lang="fa" dir="rtl"><head><title>{title} - خبر بندر</title></head><body><div class="k1"><ul><li><a href="/">خانه</a></li><li><a href="/s">ورزش</a></li></ul></div>
            <div class="k2"><h1>{title}</h1><div class="k3"><span>۱۴ اردیبهشت ۱۴۰۳</span></div><div class="k4"><p>{text[0]}</p><p>{text[1]}</p><p>{text[2]}</p></div></div>
            <div class="k5"><h3>پربازدیدها</h3><div><a href="/2">آسیاب ولم پس از گفت‌وگوهای طولانی فروخته شد</a></div></div></body></html>
            """;
        ArticleText.MainTextOf(HtmlPage.Read(html, "page.html")).ShouldBe(string.Join("\n\n", text));
    }

    [Fact]
    public void A_page_in_Chinese_without_names()
    {
        const string title = "港务委员会关闭旧渡轮码头";
        string[] text = ["奥斯特雷港务委员会周二投票决定关闭旧渡轮码头，此前一份报告发现码头的木桩已经腐烂。", "委员范德三月份要求提交这份报告，她说：“我们别无选择。下一场风暴来临时，码头会倒塌，市场也会随之消失。”", "渡轮公司两年前已把船只迁往南码头，其发言人说，公司不会对委员会的决定提出上诉。"];
        var html = $"""
            <html lang="zh"><head><title>{title} - 港口新闻</title></head><body><div><a href="/">首页</a><a href="/s">体育</a></div>
            <div><h1>{title}</h1><div><div>{text[0]}</div><div>{text[1]}</div><div>{text[2]}</div></div></div>
            <div><div><a href="/2">维尔姆磨坊经过长时间谈判后售出</a></div><div><a href="/3">鱼价连续第三个月上涨</a></div></div></body></html>
            """;
        ArticleText.MainTextOf(HtmlPage.Read(html, "page.html")).ShouldBe(string.Join("\n\n", text));
    }

    private static string Text(string body) =>
        ArticleText.MainTextOf(HtmlPage.Read($"<html><head><title>Council closes the old ferry pier - Harbour News</title></head><body>{body}</body></html>", "page.html"));
}
