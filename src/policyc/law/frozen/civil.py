# Generated from ../civil/*.yaml by `python3 run.py freeze`: change those files, not this one.
# fmt: off
# ruff: noqa
"""The rules of civil."""

ROWS = (
    ('civil/548-4-terms-change', 'civil', '548-4', '', '', '第548条の4', '定型約款としての変更', 'Changing standard terms', '', '', '', '', ('privacy-notice', 'terms'), ('amendment',), ('row', 'amendment', ('any',), ()), (), (), ('any', (('its', 'notice', 'among', ('none',)), ('its', 'effective', 'among', ('on-publication',)), ('affirms', ('予告なく…改定', '予告なく…変更', '予告なしに'), False, ()))), ('', ''), (), (), (), 'note', '', 'この文書が利用規約（定型約款）の一部となる場合、個別の合意によらない変更には、効力発生時期を定めて周知することが必要です。相手方の一般の利益に適合する変更を除き、効力発生時期が到来するまでに周知しないと効力を生じないため、「予告なく改定」「公表した時点から適用」との定めでは足りないおそれがあります。', 'If the policy forms part of standard terms, a change without individual agreement needs an effective date and public notice. Unless it benefits the counterparties generally, it has no effect without notice before that date, so "without notice" or "applies on publication" may not suffice.', '「変更の内容と効力発生時期を、効力発生時期までに当社ウェブサイトで周知します」としてください。', 'Say that the change, its content and the day it takes effect are announced beforehand.', ('変更の要件：相手方の一般の利益に適合するとき（第1項第1号）、又は契約をした目的に反せず、かつ、諸事情に照らして合理的なとき（同項第2号）', '効力発生時期を定め、変更する旨、変更後の内容及び効力発生時期をインターネットの利用その他の適切な方法により周知すること（第2項）', '第1項第2号による変更は、効力発生時期が到来するまでに周知しなければ効力を生じないこと（第3項）'), '', ('civil',), True, '条文は確認済み。プライバシーポリシーが定型約款に当たるかは場合による（解釈）。', False, ''),
)
