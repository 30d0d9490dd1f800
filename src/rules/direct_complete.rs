//! An order that is created and completed in one.

use super::Case;
use super::finding::{Findings, rules};

rules! {
    DiscountsOverFive { maximum: usize, actual: usize } = "discounts_over_five", Warning, "P post_discounts",
        means "创单结单合并的优惠项目超过 5 项" / "More than 5 discounts in an order that is created and completed in one",
        says "创单结单合并的{field}官方文档写最多 {maximum} 项，当前为 {actual} 项，可能被拒绝；请合并。" / "The official page allows at most {maximum} {field} here; there are {actual}, which may be refused: please merge some.";
}

pub fn discounts_over_five(case: &Case, findings: &mut Findings) {
    const MOST: usize = 5;
    const MOST_OF_ALL: usize = 30;
    let discounts = case.order.discounts();
    let actual = discounts.items().len();
    if (MOST + 1..=MOST_OF_ALL).contains(&actual) {
        findings.push(discounts.at, DiscountsOverFive { maximum: MOST, actual });
    }
}
